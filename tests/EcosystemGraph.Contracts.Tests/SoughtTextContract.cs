namespace EcosystemGraph.Contracts.Tests;

/// <summary>Semantics: Text; what has no letter or digit, what nobody sees, and letters of more than one small form.</summary>
public abstract class SoughtTextContract : StoreContract
{
    protected override IReadOnlyDictionary<string, string> Package { get; } =
        new Dictionary<string, string>
        {
            ["actors.csv"] =
                "id,name,acronym\n"
                + "ab,Ab,\n"
                + "and,Terre & Humanisme,\n"
                + "az,A\u00ADz,\n"
                + "band,Rock&Roll,R&R\n"
                + "coop,Co\u00ADop\u200B du Lac,\n"
                + "euro,€co,\n"
                + "flags,Ferme \U0001F469\u200D\U0001F33E,\n"
                + "guill,Le «\u00A0Clos\u202F»,\n"
                + "istan,İstanbul,\n"
                + "nfd,E\u0301te\u0301,\n"
                + "odos,Οδός,\n"
                + "only,\u200B&\uFEFF,\n"
                + "plate,Plate-forme des finances,C.L.E.F.E.\n"
                + "strasse,STRAẞE,\n"
                + "unseen,\u2060\u200E,\n"
                + "when,ŉ Mens,\n",
            ["memberships.csv"] = "actor,grouping\nand,g\n",
            ["names.csv"] = "entity,name\neuro,L’éco\u200Dnomie\nplate,& finances\n",
        };

    [TestCase("&", "and,band,only")]
    [TestCase(" & ", "and,band,only")]
    [TestCase("&\u200B", "and,band,only")]
    [TestCase("€", "euro")]
    [TestCase("«  »", "")]
    [TestCase("\u00A0»", "guill")]
    [TestCase("\U0001F469\U0001F33E", "flags")]
    [TestCase("’", "")]
    [TestCase("", "*")]
    [TestCase(" ", "*")]
    [TestCase("\u00AD\uFEFF", "*")]
    public async Task A_part_without_a_letter_or_digit_is_looked_for_as_it_reads(string part, string expected) =>
        Assert.That(await FoundAsync("contains", part), Is.EqualTo(expected));

    [Test]
    public async Task Beginnings_and_ends_without_a_letter_or_digit_are_as_they_read()
    {
        Assert.That(await FoundAsync("startsWith", "€"), Is.EqualTo("euro"));
        Assert.That(await FoundAsync("startsWith", "&"), Is.EqualTo("only"));
        Assert.That(await FoundAsync("endsWith", "»"), Is.EqualTo("guill"));
        Assert.That((await FoundAsync("ncontains", "&")).Split(','), Has.Length.EqualTo(13));
        Assert.That(
            await IdsAsync("actors", """where: { names: { some: { contains: "&" } } }"""),
            Is.EquivalentTo(new[] { "and", "band", "only", "plate" })
        );
    }

    [TestCase("coop du lac", "coop")]
    [TestCase("CO\u200Bop", "coop")]
    [TestCase("\uFEFFcoop", "coop")]
    [TestCase("économie", "")]
    [TestCase("ΟΔΟΣ", "odos")]
    [TestCase("οδοσ", "odos")]
    [TestCase("οδος", "odos")]
    [TestCase("strasse", "strasse")]
    [TestCase("straße", "strasse")]
    [TestCase("istanbul", "istan")]
    [TestCase("ISTANBUL", "istan")]
    [TestCase("ʼN mens", "when")]
    [TestCase("été", "nfd")]
    public async Task What_nobody_sees_and_which_small_form_a_letter_has_do_not_matter(string part, string expected) =>
        Assert.That(await FoundAsync("contains", part), Is.EqualTo(expected));

    [Test]
    public async Task Names_stand_where_they_would_without_what_nobody_sees() =>
        Assert.That(
            await IdsAsync("actors", "first: 100"),
            Is.EqualTo(
                new[]
                {
                    "only",
                    "unseen",
                    "ab",
                    "az",
                    "euro",
                    "coop",
                    "nfd",
                    "flags",
                    "istan",
                    "guill",
                    "plate",
                    "band",
                    "strasse",
                    "and",
                    "when",
                    "odos",
                }
            )
        );

    [Test]
    public async Task Pages_go_on_after_a_name_that_nobody_sees()
    {
        var all = await IdsAsync("actors", "first: 100");
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (
                await DataAsync(
                    "query($after: String) { actors(first: 1, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }",
                    new { after }
                )
            ).GetProperty("actors");
            seen.AddRange(Ids(page));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString()
                : null;
        } while (after is not null);
        Assert.That(seen, Is.EqualTo(all));
    }

    [TestCase("&", "only:EXACT:\u200B&\uFEFF,plate:PREFIX:& finances,and:WORD:Terre & Humanisme,band:PART:R&R")]
    [TestCase(" &\u00AD", "only:EXACT:\u200B&\uFEFF,plate:PREFIX:& finances,and:WORD:Terre & Humanisme,band:PART:R&R")]
    [TestCase("€", "euro:PREFIX:€co")]
    [TestCase("-", "plate:PART:Plate-forme des finances")]
    [TestCase("& &", "")]
    [TestCase("\u200B", "")]
    [TestCase("coop", "coop:PREFIX:Co\u00ADop\u200B du Lac")]
    [TestCase("l economie", "euro:EXACT:L’éco\u200Dnomie")]
    public async Task Search_finds_what_reads_so(string text, string expected) =>
        Assert.That(await SearchedAsync(text), Is.EqualTo(expected));

    [TestCase("plateforme", "plate:JOINED:Plate-forme des finances")]
    [TestCase("Platef", "plate:JOINED:Plate-forme des finances")]
    [TestCase("finances plateforme", "plate:JOINED:Plate-forme des finances")]
    [TestCase("plate-forme", "plate:PREFIX:Plate-forme des finances")]
    [TestCase("clefe", "plate:JOINED:C.L.E.F.E.")]
    [TestCase("formedes", "plate:JOINED:Plate-forme des finances")]
    [TestCase("ateforme", "")]
    [TestCase("plateforme finances zzz", "")]
    [TestCase("rockandroll", "")]
    [TestCase("rockr", "band:JOINED:Rock&Roll")]
    [TestCase("leconomie", "euro:JOINED:L’éco\u200Dnomie")]
    [TestCase("rr", "and:PART:Terre & Humanisme,band:JOINED:R&R")]
    public async Task Search_finds_a_word_that_a_name_writes_in_more(string text, string expected) =>
        Assert.That(await SearchedAsync(text), Is.EqualTo(expected));

    private async Task<string> FoundAsync(string operation, string part)
    {
        var data = await DataAsync(
            $"query($part: String) {{ actors(first: 100, order: [{{ id: ASC }}], where: {{ name: {{ {operation}: $part }} }}) {{ nodes {{ id }} }} }}",
            new { part }
        );
        var found = Ids(data.GetProperty("actors"));
        return found.Length == 16 ? "*" : string.Join(',', found);
    }

    private async Task<string> SearchedAsync(string text)
    {
        var data = await DataAsync(
            "query($text: String!) { search(text: $text) { entity { id } matched rank } }",
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
