using EcosystemGraph.Core.Dates;
using EcosystemGraph.Core.Languages;
using EcosystemGraph.Core.Model;
using EcosystemGraph.Core.Text;

namespace EcosystemGraph.Tests.Naive;

/// <summary>A record by its type and id; an Entity is an Actor or a Grouping, a Link a Membership or a Partnership.</summary>
internal sealed record NaiveRecord(string Type, string Id);

/// <summary>A passage and the words that name the thing there.</summary>
internal sealed record NaiveEvidence(NaiveRecord Passage, string? Mention);

/// <summary>
/// Reads every field of every record straight off a data set's rows, by the letter of the semantics, scanning whole
/// tables each time: slow, and nothing like the resolved graph that it is compared with.
/// </summary>
internal sealed class NaiveGraph
{
    private readonly Dataset _data;
    private readonly Dictionary<string, NaiveRecord[]> _all;
    private readonly Dictionary<(NaiveRecord Record, string Field), object?> _known = [];

    public NaiveGraph(Dataset data)
    {
        _data = data;
        _all = new Dictionary<string, NaiveRecord[]>
        {
            ["Actor"] =
            [
                .. data
                    .Actors.Order(By<Actor>((a, b) => Texts(Folded(a.Name), Folded(b.Name)), a => a.Id))
                    .Select(a => new NaiveRecord("Actor", a.Id)),
            ],
            ["Grouping"] =
            [
                .. data
                    .Groupings.Order(By<Grouping>((a, b) => Texts(Folded(a.Name), Folded(b.Name)), g => g.Id))
                    .Select(g => new NaiveRecord("Grouping", g.Id)),
            ],
            ["Membership"] =
            [
                .. data
                    .Memberships.Order(By<Membership>((a, b) => Dates(a.From, b.From), m => m.Id))
                    .Select(m => new NaiveRecord("Membership", m.Id)),
            ],
            ["Partnership"] =
            [
                .. data
                    .Partnerships.Order(By<Partnership>((a, b) => Dates(a.From, b.From), p => p.Id))
                    .Select(p => new NaiveRecord("Partnership", p.Id)),
            ],
            ["Concept"] =
            [
                .. data
                    .Concepts.Order(
                        By<Concept>((a, b) => Texts(Folded(FrenchLabel(a)), Folded(FrenchLabel(b))), c => c.Id)
                    )
                    .Select(c => new NaiveRecord("Concept", c.Id)),
            ],
            ["Territory"] =
            [
                .. data
                    .Territories.Order(By<Territory>((a, b) => Texts(Folded(a.Name), Folded(b.Name)), t => t.Id))
                    .Select(t => new NaiveRecord("Territory", t.Id)),
            ],
            ["Source"] =
            [
                .. data
                    .Sources.Select(s => s.Id)
                    .Order(StringComparer.Ordinal)
                    .Select(id => new NaiveRecord("Source", id)),
            ],
            ["Passage"] =
            [
                .. data
                    .Passages.OrderBy(p => p.Source, StringComparer.Ordinal)
                    .ThenBy(p => p.Question)
                    .ThenBy(p => p.Paragraph)
                    .ThenBy(p => p.Id, StringComparer.Ordinal)
                    .Select(p => new NaiveRecord("Passage", p.Id)),
            ],
            ["Denial"] =
            [
                .. data
                    .Denials.Select(d => d.Id)
                    .Order(StringComparer.Ordinal)
                    .Select(id => new NaiveRecord("Denial", id)),
            ],
            ["Measure"] =
            [
                .. data
                    .Measures.Order(
                        By<Measure>(
                            (a, b) =>
                                string.CompareOrdinal(a.Concept, b.Concept) is var byConcept and not 0
                                    ? byConcept
                                    : Dates(a.At, b.At),
                            m => m.Id
                        )
                    )
                    .Select(m => new NaiveRecord("Measure", m.Id)),
            ],
        };
        // Groupings first; an actor that is one too is that one.
        var bodies = _all["Grouping"]
            .Concat(_all["Actor"].Where(actor => Grouping(actor.Id) is null))
            .Select(body => body.Id);
        _all["NameForm"] =
        [
            .. bodies.SelectMany(id => NamesOf(id).Select((_, i) => new NaiveRecord("NameForm", $"{id}~{i}"))),
        ];
    }

    /// <summary>All records of a type, in the default order.</summary>
    public IReadOnlyList<NaiveRecord> All(string type) => _all[type];

    /// <summary>
    /// A field's value: null where absent; a text, a number (double), a flag, a date, an enum's name, a
    /// <see cref="MultilingualText"/>; a record; a list of records, texts or evidence.
    /// </summary>
    public object? Read(NaiveRecord record, string field)
    {
        if (_known.TryGetValue((record, field), out var known))
            return known;
        return _known[(record, field)] = record.Type switch
        {
            "Actor" => Of(_data.Actors.Single(a => a.Id == record.Id), field),
            "Grouping" => Of(_data.Groupings.Single(g => g.Id == record.Id), field),
            "Membership" => Of(_data.Memberships.Single(m => m.Id == record.Id), field),
            "Partnership" => Of(_data.Partnerships.Single(p => p.Id == record.Id), field),
            "Concept" => Of(_data.Concepts.Single(c => c.Id == record.Id), field),
            "Territory" => Of(_data.Territories.Single(t => t.Id == record.Id), field),
            "Source" => Of(_data.Sources.Single(s => s.Id == record.Id), field),
            "Passage" => Of(_data.Passages.Single(p => p.Id == record.Id), field),
            "NameForm" => OfNameForm(record.Id, field),
            "Denial" => Of(_data.Denials.Single(d => d.Id == record.Id), field),
            _ => Of(_data.Measures.Single(m => m.Id == record.Id), field),
        };
    }

    public NaiveRecord? One(NaiveRecord record, string field) => (NaiveRecord?)Read(record, field);

    public IReadOnlyList<NaiveRecord> Many(NaiveRecord record, string field) =>
        (IReadOnlyList<NaiveRecord>)Read(record, field)!;

    /// <summary>Whether a concept is another or narrower.</summary>
    public bool IsUnder(string concept, string above) =>
        concept == above || _data.Concepts.Single(c => c.Id == concept).Broader.Any(broader => IsUnder(broader, above));

    /// <summary>Whether a territory is another or lies in it.</summary>
    public bool IsInside(string territory, string outer) =>
        territory == outer
        || (_data.Territories.Single(t => t.Id == territory).Within is { } within && IsInside(within, outer));

    /// <summary>Whether a dated record was active (semantics: Dates).</summary>
    public Activity ActivityOf(NaiveRecord record, DaySpan at)
    {
        var (status, (s0, s1, e0, e1)) = PeriodOf(record);
        if (at.Last < s0 || e1 < at.First)
            return Activity.NO;
        return s1 <= at.First && at.Last <= e0 && status != Status.PLANNED ? Activity.CERTAIN : Activity.POSSIBLE;
    }

    /// <summary>Whether two dated records overlap (semantics: Dates).</summary>
    public Activity Overlap(NaiveRecord one, NaiveRecord other)
    {
        var (status, a) = PeriodOf(one);
        var (otherStatus, b) = PeriodOf(other);
        if (a.E1 < b.S0 || b.E1 < a.S0)
            return Activity.NO;
        return a.S1 <= b.E0 && b.S1 <= a.E0 && status != Status.PLANNED && otherStatus != Status.PLANNED
            ? Activity.CERTAIN
            : Activity.POSSIBLE;
    }

    /// <summary>Compares by code point.</summary>
    public static int Texts(string one, string other)
    {
        var (a, b) = (
            one.EnumerateRunes().Select(rune => rune.Value).ToArray(),
            other.EnumerateRunes().Select(rune => rune.Value).ToArray()
        );
        return a.AsSpan().SequenceCompareTo(b);
    }

    public static int Dates(PartialDate? one, PartialDate? other)
    {
        if (one is not { } a || other is not { } b)
            return (one is null).CompareTo(other is null);
        return a.First != b.First ? a.First.CompareTo(b.First) : a.Last.CompareTo(b.Last);
    }

    private (Status Status, (long S0, long S1, long E0, long E1)) PeriodOf(NaiveRecord record)
    {
        var (from, to, status, citation) = record.Type switch
        {
            "Grouping" => _data
                .Groupings.Where(g => g.Id == record.Id)
                .Select(g => (g.From, g.To, g.Status, g.Citation))
                .Single(),
            "Membership" => _data
                .Memberships.Where(m => m.Id == record.Id)
                .Select(m => (m.From, m.To, m.Status, m.Citation))
                .Single(),
            _ => _data
                .Partnerships.Where(p => p.Id == record.Id)
                .Select(p => (p.From, p.To, p.Status, p.Citation))
                .Single(),
        };
        long s0 = long.MinValue,
            s1 = long.MaxValue,
            e0 = long.MinValue,
            e1 = long.MaxValue;
        if (from is { } start)
            (s0, s1) = (start.First.DayNumber, start.Last.DayNumber);
        if (to is { } end)
            (e0, e1) = (end.First.DayNumber, end.Last.DayNumber);
        var dates = citation
            .Passages.Select(id => _data.Passages.Single(p => p.Id == id).Source)
            .Select(id => _data.Sources.Single(s => s.Id == id).Date)
            .OfType<PartialDate>()
            .ToArray();
        if (dates.Length > 0)
        {
            var source = dates.OrderBy(date => date.Last).ThenBy(date => date.First).Last();
            if (status == Status.CURRENT && from is null)
                s1 = source.First.DayNumber;
            if (status == Status.CURRENT && to is null)
                e0 = source.Last.DayNumber;
            if (status == Status.PAST && to is null)
                e1 = source.Last.DayNumber;
            if (status == Status.PLANNED && from is null)
                s0 = source.First.DayNumber;
        }
        return (status, (s0, s1, e0, e1));
    }

    private object? Of(Actor row, string field) =>
        field switch
        {
            "id" => row.Id,
            "name" => row.Name,
            "acronym" => AcronymOf(row.Id),
            "names" => NamesOf(row.Id),
            "nameForms" => FormsOf(row.Id),
            "kind" => Concept(row.Kind),
            "named" => row.Named,
            "territory" => Territory(row.Territory ?? _data.Groupings.FirstOrDefault(g => g.Id == row.Id)?.Territory),
            "actor" => new NaiveRecord("Actor", row.Id),
            "grouping" => Grouping(row.Id),
            "groupingCount" => (double)Many(new NaiveRecord("Actor", row.Id), "groupings").Count,
            "partnershipCount" => (double)PartnershipsOf(row.Id).Length,
            "measures" => In("Measure", _data.Measures.Where(m => m.Subject == row.Id).Select(m => m.Id)),
            "denials" => In(
                "Denial",
                _data.Denials.Where(d => d.Source == row.Id || d.Target == row.Id).Select(d => d.Id)
            ),
            "memberships" => In("Membership", _data.Memberships.Where(m => m.Actor == row.Id).Select(m => m.Id)),
            "groupings" => In(
                "Grouping",
                _data.Memberships.Where(m => m.Actor == row.Id && Counts(m)).Select(m => m.Grouping)
            ),
            "partnerships" => PartnershipsOf(row.Id),
            "evidence" => EvidenceOf(row.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Actor"),
        };

    private object? Of(Grouping row, string field) =>
        field switch
        {
            "id" => row.Id,
            "name" => row.Name,
            "acronym" => AcronymOf(row.Id),
            "names" => NamesOf(row.Id),
            "nameForms" => FormsOf(row.Id),
            "kind" => Concept(row.Kind),
            "purpose" => Text(row.Purpose),
            "themes" => In("Concept", row.Themes),
            "territory" => Territory(row.Territory ?? _data.Actors.FirstOrDefault(a => a.Id == row.Id)?.Territory),
            "from" => row.From,
            "to" => row.To,
            "status" => row.Status.ToString(),
            "confidence" => row.Confidence.ToString(),
            "openness" => row.Openness.ToString(),
            "actor" => Actor(row.Id),
            "grouping" => new NaiveRecord("Grouping", row.Id),
            "partnershipCount" => (double)PartnershipsOf(row.Id).Length,
            "denials" => In(
                "Denial",
                _data.Denials.Where(d => d.Source == row.Id || d.Target == row.Id).Select(d => d.Id)
            ),
            "declaredMemberCount" => Declared(row.Id),
            "namedMemberCount" => Named(row.Id),
            "memberGap" => Declared(row.Id) - Named(row.Id),
            "measures" => In("Measure", _data.Measures.Where(m => m.Subject == row.Id).Select(m => m.Id)),
            "memberships" => In("Membership", _data.Memberships.Where(m => m.Grouping == row.Id).Select(m => m.Id)),
            "members" => In(
                "Actor",
                _data.Memberships.Where(m => m.Grouping == row.Id && Counts(m)).Select(m => m.Actor)
            ),
            "partOf" => In("Grouping", row.PartOf),
            "parts" => In("Grouping", _data.Groupings.Where(g => g.PartOf.Contains(row.Id)).Select(g => g.Id)),
            "partnerships" => PartnershipsOf(row.Id),
            "evidence" => EvidenceOf(row.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Grouping"),
        };

    private object? Of(Membership row, string field) =>
        field switch
        {
            "id" => row.Id,
            "actor" => new NaiveRecord("Actor", row.Actor),
            "grouping" or "target" => new NaiveRecord("Grouping", row.Grouping),
            "source" => Entity(row.Actor),
            "role" => Concept(row.Role),
            "isMember" => Counts(row),
            "territory" => Territory(row.Territory),
            "regularity" => row.Regularity.ToString(),
            "from" => row.From,
            "to" => row.To,
            "status" => row.Status.ToString(),
            "confidence" => row.Confidence.ToString(),
            "openness" => row.Openness.ToString(),
            "note" => Text(row.Note),
            "evidence" => Evidence(row.Citation),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Membership"),
        };

    private object? Of(Partnership row, string field) =>
        field switch
        {
            "id" => row.Id,
            "source" => Entity(row.Source),
            "target" => Entity(row.Target),
            "type" => Concept(row.Type),
            "role" => row.Role is null ? null : Concept(row.Role),
            "occasion" => row.Occasion is null ? null : Concept(row.Occasion),
            "mutual" => _data.Concepts.Single(c => c.Id == row.Type).Mutual,
            "grouping" => row.Grouping is null ? null : Grouping(row.Grouping),
            "regularity" => row.Regularity.ToString(),
            "themes" => In("Concept", row.Themes),
            "territory" => Territory(row.Territory),
            "from" => row.From,
            "to" => row.To,
            "status" => row.Status.ToString(),
            "confidence" => row.Confidence.ToString(),
            "openness" => row.Openness.ToString(),
            "note" => Text(row.Note),
            "evidence" => Evidence(row.Citation),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Partnership"),
        };

    private object? Of(Concept row, string field) =>
        field switch
        {
            "id" => row.Id,
            "scheme" => row.Scheme,
            "label" => Text(row.Label) ?? MultilingualText.Of(row.Id, row.Id),
            "definition" => Text(row.Definition),
            "broader" => row.Broader.IsEmpty ? null : Concept(row.Broader[0]),
            "broaderConcepts" => In("Concept", row.Broader),
            "narrower" => In("Concept", _data.Concepts.Where(c => c.Broader.Contains(row.Id)).Select(c => c.Id)),
            "groupings" => In(
                "Grouping",
                _data.Groupings.Where(g => g.Themes.Any(theme => IsUnder(theme, row.Id))).Select(g => g.Id)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Concept"),
        };

    private object? Of(Territory row, string field) =>
        field switch
        {
            "id" => row.Id,
            "name" => row.Name,
            "kind" => row.Kind,
            "within" => Territory(row.Within),
            "contains" => In("Territory", _data.Territories.Where(t => t.Within == row.Id).Select(t => t.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Territory"),
        };

    private object? Of(Source row, string field) =>
        field switch
        {
            "id" => row.Id,
            "title" => row.Title,
            "publisher" => row.Publisher,
            "date" => row.Date,
            "dateConfidence" => row.DateConfidence.ToString(),
            "language" => row.Language.ToString(),
            "respondent" => row.Respondent is null ? null : Entity(row.Respondent),
            "sha256" => row.Sha256,
            "passages" => In("Passage", _data.Passages.Where(p => p.Source == row.Id).Select(p => p.Id)),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Source"),
        };

    private object? Of(Passage row, string field) =>
        field switch
        {
            "id" => row.Id,
            "source" => new NaiveRecord("Source", row.Source),
            "question" => (double?)row.Question,
            "paragraph" => (double)row.Paragraph,
            "locator" => row.Question is null ? $"{row.Paragraph}" : $"{row.Question}.{row.Paragraph}",
            "also" => row.Also.ToArray(),
            "sha256" => row.Sha256,
            "entities" => BodiesNamedIn(row.Id),
            "links" => LinksStatedIn(row.Id),
            "groupings" => In(
                "Grouping",
                _data.Groupings.Where(g => g.Citation.Passages.Contains(row.Id)).Select(g => g.Id)
            ),
            "measures" => In(
                "Measure",
                _data.Measures.Where(m => m.Citation.Passages.Contains(row.Id)).Select(m => m.Id)
            ),
            "denials" => In("Denial", _data.Denials.Where(d => d.Citation.Passages.Contains(row.Id)).Select(d => d.Id)),
            "nameForms" => _all["NameForm"]
                .Where(form => RowsOf(form.Id).Any(name => name.Passages.Contains(row.Id)))
                .ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Passage"),
        };

    private object? OfNameForm(string id, string field) =>
        field switch
        {
            "name" => FormOf(id).Text,
            "confidence" => RowsOf(id)
                .Select(row => row.Confidence)
                .Append(RowsOf(id).Length == 0 ? Confidence.STATED : Confidence.UNCERTAIN)
                .Min()
                .ToString(),
            "entity" => Entity(FormOf(id).Body),
            "evidence" => InOrder(
                RowsOf(id)
                    .SelectMany(row =>
                        row.Passages.Select(passage => new NaiveEvidence(new NaiveRecord("Passage", passage), row.Text))
                    )
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of NameForm"),
        };

    private object? Of(Denial row, string field) =>
        field switch
        {
            "id" => row.Id,
            "source" => Entity(row.Source),
            "target" => Entity(row.Target),
            "type" => Concept(row.Type),
            "note" => Text(row.Note),
            "evidence" => Evidence(row.Citation),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Denial"),
        };

    private object? Of(Measure row, string field) =>
        field switch
        {
            "id" => row.Id,
            "subject" => Entity(row.Subject),
            "concept" => Concept(row.Concept),
            "value" => row.Value,
            "qualifier" => row.Qualifier.ToString(),
            "unit" => row.Unit,
            "at" => row.At,
            "confidence" => row.Confidence.ToString(),
            "evidence" => Evidence(row.Citation),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no field of Measure"),
        };

    /// <summary>Whether a membership's role makes a member.</summary>
    public bool Counts(Membership row) => !IsUnder(row.Role, "non-member");

    // Which of these rows, each once, in the default order of their type.
    private NaiveRecord[] In(string type, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return [.. _all[type].Where(record => wanted.Contains(record.Id))];
    }

    private NaiveRecord[] PartnershipsOf(string body) =>
        In("Partnership", _data.Partnerships.Where(p => p.Source == body || p.Target == body).Select(p => p.Id));

    private double Named(string grouping) =>
        _data
            .Memberships.Where(m =>
                m.Grouping == grouping
                && Counts(m)
                && m.Status != Status.PLANNED
                && _data.Actors.Single(a => a.Id == m.Actor).Named
            )
            .Select(m => m.Actor)
            .Distinct()
            .Count();

    private double? Declared(string grouping)
    {
        var counts = _all["Measure"]
            .Select(record => _data.Measures.Single(m => m.Id == record.Id))
            .Where(m => m.Subject == grouping && (m.Concept is "member-count" or "other-member-count"))
            .ToList();
        if (counts.Count == 0)
            return null;
        // The latest; of several at one date the first.
        var latest = counts.Select(m => m.At).Where(at => at is not null).OrderBy(at => at!.Value).LastOrDefault();
        var best = counts.First(m => Dates(m.At, latest) == 0);
        return Math.Truncate(best.Value) + (best.Concept == "other-member-count" ? 1 : 0);
    }

    private string? AcronymOf(string body) =>
        _data.Actors.FirstOrDefault(a => a.Id == body)?.Acronym
        ?? _data.Groupings.FirstOrDefault(g => g.Id == body)?.Acronym;

    private string[] NamesOf(string body)
    {
        var preferred =
            _data.Groupings.FirstOrDefault(g => g.Id == body)?.Name ?? _data.Actors.Single(a => a.Id == body).Name;
        var others = _data
            .Names.Where(form => form.Entity == body)
            .Select(form => form.Text)
            .Append(AcronymOf(body))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(text => text != preferred)
            .ToList();
        others.Sort((a, b) => Texts(Folded(a), Folded(b)) is var folded and not 0 ? folded : Texts(a, b));
        return [preferred, .. others];
    }

    // A form's id is its body's and its place among that one's names.
    private (string Body, string Text) FormOf(string id)
    {
        var end = id.LastIndexOf('~');
        return (
            id[..end],
            NamesOf(id[..end])[int.Parse(id[(end + 1)..], System.Globalization.CultureInfo.InvariantCulture)]
        );
    }

    private NameForm[] RowsOf(string id) => [.. _data.Names.Where(row => (row.Entity, row.Text) == FormOf(id))];

    private NaiveRecord[] FormsOf(string body) => [.. _all["NameForm"].Where(form => FormOf(form.Id).Body == body)];

    private NaiveEvidence[] EvidenceOf(string body)
    {
        var items = _data
            .Names.Where(form => form.Entity == body)
            .SelectMany(form =>
                form.Passages.Select(id => new NaiveEvidence(new NaiveRecord("Passage", id), form.Text))
            );
        var own = _data.Groupings.Where(g => g.Id == body).SelectMany(g => Evidence(g.Citation));
        return InOrder(items.Concat(own));
    }

    private NaiveEvidence[] Evidence(Citation citation) =>
        InOrder(
            citation.Passages.Select(
                (id, i) =>
                    new NaiveEvidence(
                        new NaiveRecord("Passage", id),
                        citation.Mentions.Length switch
                        {
                            0 => null,
                            1 => citation.Mentions[0],
                            _ => citation.Mentions[i],
                        }
                    )
            )
        );

    /// <summary>Evidence by passage, then mention, the absent last; each once.</summary>
    public NaiveEvidence[] InOrder(IEnumerable<NaiveEvidence> items)
    {
        var ordered = items.Distinct().ToList();
        ordered.Sort(
            (a, b) =>
            {
                var byPassage = Array
                    .IndexOf(_all["Passage"], a.Passage)
                    .CompareTo(Array.IndexOf(_all["Passage"], b.Passage));
                if (byPassage != 0)
                    return byPassage;
                return a.Mention is null || b.Mention is null
                    ? (a.Mention is null).CompareTo(b.Mention is null)
                    : Texts(a.Mention, b.Mention);
            }
        );
        return [.. ordered];
    }

    private NaiveRecord[] BodiesNamedIn(string passage)
    {
        var ids = _data
            .Names.Where(form => form.Passages.Contains(passage))
            .Select(form => form.Entity)
            .Concat(_data.Groupings.Where(g => g.Citation.Passages.Contains(passage)).Select(g => g.Id))
            .Distinct(StringComparer.Ordinal);
        var bodies = ids.Select(Entity).ToList();
        string Name(NaiveRecord body) => Folded((string)Read(body, "name")!);
        bodies.Sort(
            (a, b) => Texts(Name(a), Name(b)) is var byName and not 0 ? byName : string.CompareOrdinal(a.Id, b.Id)
        );
        return [.. bodies];
    }

    private NaiveRecord[] LinksStatedIn(string passage)
    {
        var links = _all["Membership"]
            .Where(m => _data.Memberships.Single(row => row.Id == m.Id).Citation.Passages.Contains(passage))
            .Concat(
                _all["Partnership"]
                    .Where(p => _data.Partnerships.Single(row => row.Id == p.Id).Citation.Passages.Contains(passage))
            )
            .ToList();
        links.Sort(
            (a, b) =>
            {
                var byStart = Dates((PartialDate?)Read(a, "from"), (PartialDate?)Read(b, "from"));
                if (byStart != 0)
                    return byStart;
                return a.Type != b.Type ? string.CompareOrdinal(a.Type, b.Type) : string.CompareOrdinal(a.Id, b.Id);
            }
        );
        return [.. links];
    }

    private NaiveRecord? Actor(string id) => _data.Actors.Any(a => a.Id == id) ? new NaiveRecord("Actor", id) : null;

    private NaiveRecord? Grouping(string id) =>
        _data.Groupings.Any(g => g.Id == id) ? new NaiveRecord("Grouping", id) : null;

    /// <summary>A body: a grouping where it is both.</summary>
    public NaiveRecord Entity(string id) =>
        Grouping(id) ?? Actor(id) ?? throw new ArgumentException($"no body has the id '{id}'", nameof(id));

    private static NaiveRecord Concept(string id) => new("Concept", id);

    private static NaiveRecord? Territory(string? id) => id is null ? null : new NaiveRecord("Territory", id);

    private static object? Text(MultilingualText text) => text.IsEmpty ? null : text;

    private static string FrenchLabel(Concept concept) => concept.Label.French ?? concept.Label.English ?? concept.Id;

    private static string Folded(string text) => FoldedText.Of(text);

    private static Comparer<T> By<T>(Comparison<T> first, Func<T, string> id) =>
        Comparer<T>.Create(
            (a, b) => first(a, b) is var compared and not 0 ? compared : string.CompareOrdinal(id(a), id(b))
        );
}
