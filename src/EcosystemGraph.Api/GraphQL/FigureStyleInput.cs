using EcosystemGraph.Core.Model;
using EcosystemGraph.Figures;
using GraphQL.Types;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>The input that says how a figure is drawn.</summary>
internal static class FigureStyleInput
{
    public static InputObjectGraphType Of(SchemaTypes types) => types.Made("FigureStyleInput", () => new InputObjectGraphType
    {
        Name = "FigureStyleInput",
        Description = "How a figure is drawn. Figures are made for print at 16 cm, with all that explains them in the picture.",
    }, made =>
    {
        var unset = new FigureStyle();
        Add("language", SchemaTypes.Required(types.Enum(typeof(Language))), "Of all that is written in it but names.", unset.Language);
        Add("title", types.Text, $"Above it; made from what is shown where it is left out. At most {FigureStyle.MaxTitle} characters.");
        Add("layout", SchemaTypes.Required(types.Enum(typeof(FigureLayout))), "How bodies are arranged.", unset.Layout);
        Add("colorBy", SchemaTypes.Required(types.Enum(typeof(FigureColor))), "What colour says.", unset.ColorBy);
        Add("labels", SchemaTypes.Required(types.Flag), "Whether bodies are named.", unset.Labels);
        Add("legend", SchemaTypes.Required(types.Flag), "Whether shapes, colours and dashes are explained in the picture.", unset.Legend);
        Add("width", SchemaTypes.Required(types.Whole), $"In pixels, {FigureStyle.MinWidth} to {FigureStyle.MaxSide}; in print 16 cm.", unset.Width);
        Add("height", SchemaTypes.Required(types.Whole), $"In pixels, {FigureStyle.MinHeight} to {FigureStyle.MaxSide}.", unset.Height);
        Add("sizeBy", types.Enum(typeof(NodeMeasure)), "What a body's size says, a measure; groupings are larger than actors where it is left out.");
        Add("highlight", SchemaTypes.ListOf(types.Id), "Bodies to point out; the first is the centre of a RADIAL figure.");
        Add("maxNodes", types.Whole, $"Draw only so many bodies, the most important: 1 to {FigureStyle.MaxBodies}.");
        Add("seed", SchemaTypes.Required(types.Whole), "Another number gives another arrangement; the same one the same.", unset.Seed);

        void Add(string name, IGraphType type, string description, object? value = null) =>
            made.AddField(new FieldType { Name = name, ResolvedType = type, Description = description, DefaultValue = value });
    });
}
