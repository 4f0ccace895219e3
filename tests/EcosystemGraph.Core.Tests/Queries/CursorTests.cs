using System.Buffers.Text;
using System.Text;
using EcosystemGraph.Core.Catalog;
using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Queries;
using EcosystemGraph.Core.Tests.Text;

namespace EcosystemGraph.Core.Tests.Queries;

/// <summary>Cursors: what is written is read back, and nothing else is read.</summary>
public sealed class CursorTests
{
    private const string List = "Query.actors";

    private static readonly ToOne Territory = (ToOne)Records.Actor.FieldOf("territory")!;

    /// <summary>A key of every kind of value.</summary>
    private static readonly Order Any = new(
        [
            new SortKey(null, Records.Actor.Column("name"), false),
            new SortKey(null, Records.Actor.Column("acronym"), true),
            new SortKey(null, Records.Actor.Column("groupingCount"), true),
            new SortKey(null, Records.Membership.Column("from"), false),
            new SortKey(null, Records.Actor.Column("named"), false),
            new SortKey(Territory, Records.Territory.Column("name"), false),
            new SortKey(null, Records.Membership.Column("status"), false),
        ],
        false
    );

    private static readonly Cursor Place = new(
        [
            KeyValue.Of("é\"\\\n\uD7FF01F600 <&>"),
            KeyValue.None,
            KeyValue.Of(12),
            KeyValue.Of(PartialDate.Parse("2019-H2").Span),
            KeyValue.Of(1),
            KeyValue.None,
            KeyValue.Of(3),
        ],
        "a:b/c~d.e_f-1"
    );

    [Test]
    public void What_is_written_is_read_back_in_every_culture()
    {
        foreach (var culture in InCulture.Awkward)
        {
            var back = InCulture.Run(culture, () => Cursor.Read(Place.Write(List, Any), List, Any));
            Assert.That(back!.Id, Is.EqualTo(Place.Id), culture);
            Assert.That(back.Keys, Is.EqualTo(Place.Keys), culture);
            Assert.That(
                InCulture.Run(culture, () => Place.Write(List, Any)),
                Is.EqualTo(Place.Write(List, Any)),
                culture
            );
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public bool Any_text_and_number_is_read_back(string? text, double number)
    {
        var order = new Order(
            [
                new SortKey(null, Records.Actor.Column("acronym"), false),
                new SortKey(null, Records.Measure.Column("value"), true),
            ],
            false
        );
        var place = new Cursor(
            [
                text is null ? KeyValue.None : KeyValue.Of(Core.Text.OrderKey.Of(text)),
                KeyValue.Of(double.IsFinite(number) ? number : 0),
            ],
            "x"
        );
        return Cursor.Read(place.Write(List, order), List, order) is { } back && back.Keys.SequenceEqual(place.Keys);
    }

    [Test]
    public void A_cursor_is_fit_for_an_address()
    {
        Assert.That(Place.Write(List, Any), Does.Match("^[A-Za-z0-9_-]+$"));
    }

    [Test]
    public void A_cursor_of_another_list_or_order_is_none()
    {
        var text = Place.Write(List, Any);

        Assert.That(Cursor.Read(text, List, Any), Is.Not.Null);
        Assert.That(Cursor.Read(text, "Query.groupings", Any), Is.Null);
        Assert.That(Cursor.Read(text, List, Order.DefaultOf(Records.Actor)), Is.Null);
        Assert.That(Cursor.Read(text, List, new Order([.. Any.Keys.Reverse()], false)), Is.Null);
        Assert.That(
            Cursor.Read(text, List, new Order(Any.Keys.SetItem(0, Any.Keys[0] with { Descending = true }), false)),
            Is.Null
        );
        Assert.That(
            Cursor.Read(
                text,
                List,
                new Order(Any.Keys.SetItem(0, new SortKey(Territory, Records.Territory.Column("name"), false)), false)
            ),
            Is.Null
        );
    }

    [Test]
    public void A_cursor_that_is_cut_or_changed_is_none_or_another_place_but_no_failure()
    {
        var text = Place.Write(List, Any);
        for (var length = 0; length < text.Length; length++)
            Assert.That(Cursor.Read(text[..length], List, Any), Is.Null, text[..length]);
        for (var i = 0; i < text.Length; i++)
        {
            foreach (var c in "A_9!é ")
            {
                var changed = text[..i] + c + text[(i + 1)..];
                Assert.That(() => Cursor.Read(changed, List, Any), Throws.Nothing, changed);
            }
        }
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("!!!!")]
    [TestCase("é")]
    public void What_is_no_cursor_is_none(string text) => Assert.That(Cursor.Read(text, List, Any), Is.Null);

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("1")]
    [TestCase("""["Query.actors by name","a"]""")]
    [TestCase("""["Query.actors by name","a","id","more"]""")]
    [TestCase("""[1,"a","id"]""")]
    [TestCase("""["Query.actors by name",1,"id"]""")]
    [TestCase("""["Query.actors by name",null,"id"]""")]
    [TestCase("""["Query.actors by name",[1,2],"id"]""")]
    [TestCase("""["Query.actors by name","a",null]""")]
    [TestCase("""["Query.actors by name","a",""]""")]
    [TestCase("""["Query.actors by name","a","no id"]""")]
    [TestCase("""["Query.actors by name","a","é"]""")]
    [TestCase("""["Query.actors by name","a",7]""")]
    [TestCase("""["Query.actors by name","\ud800","id"]""")]
    [TestCase("""["Query.actors by name","a","\ud800"]""")]
    [TestCase("""["\ud800","a","id"]""")]
    [TestCase("""["Query.actors by name","a","id"] x""")]
    public void JSON_that_is_no_place_of_the_list_is_none(string json)
    {
        var byName = new Order([new SortKey(null, Records.Actor.Column("name"), false)], false);

        Assert.That(Cursor.Read(Encoded("""["Query.actors by name","a","id"]"""), List, byName), Is.Not.Null);
        Assert.That(Cursor.Read(Encoded(json), List, byName), Is.Null);
    }

    [TestCase("[1,2]", true)]
    [TestCase("[1.5,2]", true)]
    [TestCase("null", false)]
    [TestCase("[1]", false)]
    [TestCase("[1,2,3]", false)]
    [TestCase("[null,2]", false)]
    [TestCase("[\"1\",2]", false)]
    [TestCase("[1,\"2\"]", false)]
    [TestCase("[1,2.5]", false)]
    [TestCase("[1,3000000000]", false)]
    [TestCase("\"a\"", false)]
    [TestCase("{}", false)]
    public void A_number_s_key_is_two_numbers(string key, bool expected)
    {
        var byCount = new Order([new SortKey(null, Records.Actor.Column("groupingCount"), false)], false);

        Assert.That(
            Cursor.Read(Encoded($"""["Query.actors by groupingCount",{key},"id"]"""), List, byCount),
            expected ? Is.Not.Null : Is.Null
        );
    }

    [Test]
    public void What_is_longer_than_any_cursor_is_not_even_decoded()
    {
        var padding = new string(' ', 1 << 16);
        var byName = new Order([new SortKey(null, Records.Actor.Column("name"), false)], false);

        Assert.That(Cursor.Read(Encoded($"""["Query.actors by name","a","id"]{padding}"""), List, byName), Is.Null);
    }

    [Test]
    public void A_place_with_long_names_has_a_cursor()
    {
        // Every character is written as an escape.
        var name = KeyValue.Of(Core.Text.OrderKey.Of(string.Concat(Enumerable.Repeat("\U0001F600", 1000))));
        var order = new Order(
            [
                new SortKey(null, Records.Actor.Column("name"), false),
                new SortKey(Territory, Records.Territory.Column("name"), false),
            ],
            false
        );
        var place = new Cursor([name, name], new string('i', 200));

        Assert.That(Cursor.Read(place.Write(List, order), List, order), Is.Not.Null);
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
