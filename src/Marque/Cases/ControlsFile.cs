using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>controls/*.yaml</c>: one statement, or a list under <c>statements</c>.</summary>
internal static class ControlsFile
{
    public static List<Statement> Read(Fields f, string? process)
    {
        if (!f.Has("statements")) return [One(f, process)];
        List<Statement> statements = [.. f.Each("statements").Select(s => One(s, process))];
        f.Done();
        return statements;
    }

    private static Statement One(Fields s, string? process)
    {
        var requirement = s.Required("requirement");
        var status = s.OneOf("status", "implemented", "partly", "planned", "not-implemented");
        if (status is null && !s.Has("status")) s.Missing("status");
        var statement = new Statement(
            new RequirementRef(RequirementId.Of(requirement), s.PlaceOf("requirement")),
            [.. s.Texts("parts").Select(p => p.Value)],
            status switch { "implemented" => Status.Implemented, "partly" => Status.Partly, "planned" => Status.Planned, _ => Status.NotImplemented },
            s.Text("how") ?? "", s.Texts("evidence"), ReleaseFile.Range(s), process, CanonicalJson.DigestOf(s.Map), s.Place)
        {
            Exception = s.Nested("exception") is { } exception ? Exception(exception) : null,
        };
        s.Text("note");
        s.Done();
        return statement;
    }

    private static StatedException Exception(Fields e)
    {
        var until = e.Date("until");
        if (until is null && !e.Has("until")) e.Missing("until");
        var exception = new StatedException(e.Required("owner"), [.. e.Texts("compensating").Select(c => c.Value)], until ?? default, e.Required("because"));
        e.Done();
        return exception;
    }
}
