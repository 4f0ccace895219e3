namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Questions, search.</summary>
public abstract class SearchContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] = """
                id,name,acronym
                pes,Pôle d’Économie Solidaire 21,PES 21
                eco,Économie Solidaire,
                pole,Pôle,
                foyers,Œuvre des Foyers Ruraux,
                rares,Réseau Rural,RARES
                one,Twice,
                two,TWICE!,
                odd,𠀀 tree,
                odder,﨎 tree,
                """,
            ["groupings.csv"] = "id,name,acronym\nsol,\"Pôle solidaire, économies\",\nrares,Réseau Rural,RARES\n",
            ["memberships.csv"] = "actor,grouping\npes,sol\n",
            ["names.csv"] = """
                entity,name
                foyers,FDFR 89
                foyers,Foyers des œuvres
                one,a twice
                one,A. Twice
                """,
        };

    [TestCase("pole", "pole:EXACT:Pôle,pes:PREFIX:Pôle d’Économie Solidaire 21,sol:PREFIX:Pôle solidaire, économies")]
    [TestCase(
        "économie solidaire",
        "eco:EXACT:Économie Solidaire,pes:WORD:Pôle d’Économie Solidaire 21,sol:PART:Pôle solidaire, économies"
    )]
    [TestCase(
        "SOLIDAIRE economie",
        "eco:WORD:Économie Solidaire,pes:WORD:Pôle d’Économie Solidaire 21,sol:PART:Pôle solidaire, économies"
    )]
    [TestCase(
        "onom dair",
        "eco:PART:Économie Solidaire,pes:PART:Pôle d’Économie Solidaire 21,sol:PART:Pôle solidaire, économies"
    )]
    [TestCase("pes", "pes:PREFIX:PES 21")]
    [TestCase("21", "pes:WORD:PES 21")]
    [TestCase("pole 21", "pes:WORD:Pôle d’Économie Solidaire 21")]
    [TestCase("pes pole", "")]
    [TestCase("oeuvre", "foyers:PREFIX:Œuvre des Foyers Ruraux")]
    [TestCase("oeuvres", "foyers:WORD:Foyers des œuvres")]
    [TestCase("foyers", "foyers:PREFIX:Foyers des œuvres")]
    [TestCase("des", "foyers:WORD:Foyers des œuvres")]
    [TestCase("fdfr89", "foyers:JOINED:FDFR 89")]
    [TestCase("fdfr 9", "foyers:PART:FDFR 89")]
    [TestCase("89 FDFR", "foyers:WORD:FDFR 89")]
    [TestCase("rares", "rares:EXACT:RARES")]
    [TestCase("reseau", "rares:PREFIX:Réseau Rural")]
    [TestCase("rural", "rares:WORD:Réseau Rural")]
    [TestCase("rura", "foyers:PART:Œuvre des Foyers Ruraux,rares:PART:Réseau Rural")]
    [TestCase("Twice", "one:EXACT:Twice,two:EXACT:TWICE!")]
    [TestCase("ice a", "one:PART:A. Twice")]
    [TestCase("tree", "odder:WORD:﨎 tree,odd:WORD:𠀀 tree")]
    [TestCase("s x", "foyers:PART:Œuvre des Foyers Ruraux")]
    [TestCase("s z", "")]
    [TestCase(
        "o l",
        "eco:PART:Économie Solidaire,pole:PART:Pôle,pes:PART:Pôle d’Économie Solidaire 21,sol:PART:Pôle solidaire, économies"
    )]
    [TestCase("zzz", "")]
    [TestCase("polezzz", "")]
    [TestCase("", "")]
    [TestCase("!?", "")]
    [TestCase("!", "two:PART:TWICE!")]
    public async Task The_best_name_of_each_body_holds_every_word(string text, string expected)
    {
        Assert.That(await FoundAsync("text: $text", text), Is.EqualTo(expected));
    }

    [TestCase("first: 0", "")]
    [TestCase("first: 1", "pole:EXACT:Pôle")]
    [TestCase("first: 2", "pole:EXACT:Pôle,pes:PREFIX:Pôle d’Économie Solidaire 21")]
    [TestCase(
        "first: 500",
        "pole:EXACT:Pôle,pes:PREFIX:Pôle d’Économie Solidaire 21,sol:PREFIX:Pôle solidaire, économies"
    )]
    public async Task No_more_are_given_than_are_asked_for(string first, string expected)
    {
        Assert.That(await FoundAsync($"text: $text, {first}", "pole"), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_body_that_is_both_is_found_once_as_a_grouping()
    {
        var data = await DataAsync(
            """{ search(text: "rares") { __typename entity { __typename id ... on Grouping { actor { name } } partnerships { totalCount } } } }"""
        );

        Assert.That(
            data.GetRawText(),
            Is.EqualTo(
                """{"search":[{"__typename":"SearchHit","entity":{"__typename":"Grouping","id":"rares","actor":{"name":"Réseau Rural"},"partnerships":{"totalCount":0}}}]}"""
            )
        );
    }

    [TestCase("first: -1", "first is -1; give 0 to 500, and more words where more are found")]
    [TestCase("first: 501", "first is 501; give 0 to 500, and more words where more are found")]
    public async Task A_number_out_of_range_is_an_error(string first, string message)
    {
        Assert.That(
            await ErrorAsync($"{{ search(text: \"pole\", {first}) {{ rank }} }}"),
            Is.EqualTo(("BAD_ARGUMENT", message))
        );
    }

    private async Task<string> FoundAsync(string arguments, string text)
    {
        var data = await DataAsync(
            $"query($text: String!) {{ search({arguments}) {{ entity {{ id }} matched rank }} }}",
            new { text }
        );
        return string.Join(
            ',',
            data.GetProperty("search")
                .EnumerateArray()
                .Select(hit =>
                    $"{hit.GetProperty("entity").GetProperty("id")}:{hit.GetProperty("rank")}:{hit.GetProperty("matched")}"
                )
        );
    }
}
