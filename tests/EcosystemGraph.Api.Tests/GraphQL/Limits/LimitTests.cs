using EcosystemGraph.Api.Settings;

namespace EcosystemGraph.Api.Tests.GraphQL.Limits;

/// <summary>Each limit at its value lets a document pass; one beyond, it is refused by a sentence with the number, the limit and the setting.</summary>
public sealed class LimitTests
{
    private static string Many(int count, string text) => Limited.Many(count, _ => text);

    private static IEnumerable<TestCaseData> Limits()
    {
        yield return Limit(
            "Depth",
            Limited.Unset with
            {
                Depth = 4,
            },
            depth =>
                "{ territory(id: \"cote-d-or\") "
                + Many(depth - 2, "{ within ")
                + "{ id } "
                + Many(depth - 2, "} ")
                + "}",
            4,
            "5 levels of fields, more than the 4 allowed"
        );
        yield return Limit(
            "Depth",
            Limited.Unset with
            {
                Depth = 100,
            },
            depth =>
                "{ territory(id: \"cote-d-or\") "
                + Many(depth - 2, "{ within ")
                + "{ id } "
                + Many(depth - 2, "} ")
                + "}",
            100,
            "101 levels of fields, more than the 100 allowed"
        );
        yield return Limit(
            "Fields",
            Limited.Unset with
            {
                Fields = 10,
            },
            fields => "{ dataset { " + Many(fields - 1, "title ") + "} }",
            10,
            "11 fields, more than the 10 allowed"
        );
        yield return Limit(
            "Fields",
            Limited.Unset with
            {
                Fields = 21,
            },
            fields =>
                $"{{ a: dataset {{ ...f }} b: dataset {{ ...f }} }} fragment f on Dataset {{ {Many(5, "title ")}{Many(fields - 21, "version ")}...g }} fragment g on Dataset {{ version }}",
            21,
            "more than the 21 allowed"
        );
        yield return Limit(
            "RootFields",
            Limited.Unset with
            {
                RootFields = 3,
            },
            fields => "{ " + Many(fields, "__typename ") + "}",
            3,
            "4 fields at its root, more than the 3 allowed"
        );
        yield return Limit(
            "Aliases",
            Limited.Unset with
            {
                Aliases = 3,
            },
            aliases => "{ dataset { " + Limited.Many(aliases, i => $"a{i}: title ") + "} }",
            3,
            "4 fields with a name of their own, more than the 3 allowed"
        );
        yield return Limit(
            "Directives",
            Limited.Unset with
            {
                Directives = 4,
            },
            directives => "{ dataset { " + Many(directives, "title @include(if: true) ") + "} }",
            4,
            "5 directives, more than the 4 allowed"
        );
        yield return Limit(
            "Definitions",
            Limited.Unset with
            {
                Definitions = 3,
            },
            definitions =>
                "{ dataset { title "
                + Limited.Many(definitions - 1, i => $"...f{i} ")
                + "} }"
                + Limited.Many(definitions - 1, i => $" fragment f{i} on Dataset {{ title }}"),
            3,
            "4 operations and fragments, more than the 3 allowed"
        );
        yield return Limit(
            "Variables",
            Limited.Unset with
            {
                Variables = 2,
            },
            variables =>
                "query("
                + Limited.Many(variables, i => $"$v{i}: Int = 1 ")
                + ") { "
                + Limited.Many(variables, i => $"a{i}: actors(first: $v{i}) {{ totalCount }} ")
                + "}",
            2,
            "3 variables, more than the 2 allowed"
        );
        // The filter, its field and its list are values too.
        yield return Limit(
            "Values",
            Limited.Unset with
            {
                Values = 10,
            },
            values => "{ actors(where: { id: { in: [" + Many(values - 3, "\"x\" ") + "] } }) { totalCount } }",
            10,
            "11 values in its arguments, more than the 10 allowed"
        );
        yield return Limit(
            "DocumentLength",
            Limited.Unset with
            {
                DocumentLength = 1000,
            },
            length => "{ dataset { title } }".PadRight(length),
            1000,
            "1001 characters, more than the 1000 allowed"
        );
        yield return Limit(
            "PlanSteps",
            Limited.Unset with
            {
                PlanSteps = 100,
            },
            steps => "{ actors(where: { id: { in: [" + Many(steps - 4, "\"x\" ") + "] } }) { nodes { id } } }",
            100,
            "more than 100 steps"
        );
    }

    private static TestCaseData Limit(
        string setting,
        LimitSettings limits,
        Func<int, string> document,
        int most,
        string says
    ) =>
        new TestCaseData(setting, limits, document, most, says).SetArgDisplayNames(
            setting,
            most.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );

    [TestCaseSource(nameof(Limits))]
    public async Task A_limit_is_reached_and_not_passed(
        string setting,
        object limits,
        Func<int, string> document,
        int most,
        string says
    )
    {
        Assert.That(await Limited.ErrorAsync((LimitSettings)limits, document(most)), Is.Null);

        var error = await Limited.ErrorAsync((LimitSettings)limits, document(most + 1));

        Assert.That(error?.Code, Is.EqualTo("DOCUMENT_TOO_LARGE"));
        Assert.That(error!.Value.Message, Does.Contain(says).And.Contain("Limits:" + setting));
    }

    [Test]
    public async Task Values_of_variables_are_counted_each_time_a_known_document_is_asked()
    {
        const string Query = "query($v: [ID!]) { actors(where: { id: { in: $v } }) { totalCount } }";
        var limits = Limited.Unset with { Values = 10 };

        Assert.That(await Limited.ErrorAsync(limits, Query, "{\"v\":[1,2,3,4,5,6,7,8,9]}"), Is.Null);
        Assert.That(
            (await Limited.ErrorAsync(limits, Query, "{\"v\":[1,2,3,4,5,6,7,8,9,10]}"))?.Message,
            Does.Contain("11 values in its variables, more than the 10 allowed (Limits:Values)")
        );
    }

    [Test]
    public async Task Fragments_are_counted_wherever_they_are_spread_however_many_fields_they_stand_for()
    {
        var bomb =
            "{ dataset { ...f0 } }"
            + Limited.Many(23, i => $" fragment f{i} on Dataset {{ ...f{i + 1} ...f{i + 1} }}")
            + " fragment f23 on Dataset { title }";

        // Once for itself and once wherever it is spread.
        Assert.That(
            (await Limited.ErrorAsync(Limited.Unset, bomb))?.Message,
            Does.Contain("the document has 25165824 fields")
        );
    }

    [TestCase("{ dataset { ...a } } fragment a on Dataset { ...a }", "a")]
    [TestCase("{ dataset { ...a } } fragment a on Dataset { ... { ...b } } fragment b on Dataset { title ...a }", "a")]
    [TestCase("{ actor(id: \"cerd\") { ...a } } fragment a on Actor { memberships { nodes { actor { ...a } } } }", "a")]
    [TestCase("{ dataset { title } } fragment a on Dataset { ...a }", "a")]
    public async Task A_fragment_that_spreads_itself_is_named(string query, string name)
    {
        Assert.That(
            await Limited.ErrorAsync(Limited.Unset, query),
            Is.EqualTo(("VALIDATION_ERROR", $"the fragment {name} spreads itself; leave the spread out"))
        );
    }

    [Test]
    public async Task What_defines_types_is_no_question()
    {
        Assert.That(
            (await Limited.ErrorAsync(Limited.Unset, "{ dataset { title } } type X { a: Int }"))?.Code,
            Is.EqualTo("VALIDATION_ERROR")
        );
    }

    [Test]
    public async Task Interfaces_in_interfaces_come_to_more_steps_than_are_allowed()
    {
        var query =
            "{ entity(id: \"cerd\") { "
            + Limited.Many(6, _ => "partnerships(first: 1) { nodes { a: source { id } source { name names acronym ")
            + "id"
            + Limited.Many(6, _ => "} } } ")
            + "} }";

        Assert.That(await Limited.ErrorAsync(Limited.Unset, query), Is.Null);
        Assert.That(
            (await Limited.ErrorAsync(Limited.Unset with { PlanSteps = 500 }, query))?.Message,
            Does.Contain("more than 500 steps").And.Contain("Limits:PlanSteps")
        );
    }
}
