using Marque.Cases;
using Marque.Facts;

namespace Marque.Assessments;

/// <summary>Whether a decision still stands: on the same requirement, statement, series and bytes, and on sound facts.</summary>
internal sealed partial class Judging
{
    /// <summary>Null when the decision stands; else the first reason why not.</summary>
    private Ground? Standing(Item item, int part, IndexedStatement s, IndexedDecision d)
    {
        if (d.Requirement != item.Digest) return Suspect(d, "requirement", item.Id);
        if (!d.StoodOnAny("statement", s.Statement.Digest)) return Suspect(d, "statement", s.Ref);
        if (s.Statement.Process is { } process && d.Decision.Process is null && Index.Case.Uses.FirstOrDefault(u => u.Id == process) is { } use && d.StoodOn($"process:{process}") is { } stood && stood != use.Digest) return Suspect(d, "process", process);
        // CRA 3(30), rule T-6: what was decided for the version before too was not decided for the modified one.
        if (item.IsReopened && modification is not null && Index.History.Covers(d.Decision.Releases, modification.Predecessor)) return new Ground("reopened", d.Ref, $"release:{modification.Version}", "law:3(30)");
        if (d.Series.Count == 0 && d.Decision.FactDigests.Count == 0) return new Ground("decision-without-facts", d.Ref);
        for (var i = 0; i < d.Series.Count; i++)
        {
            var series = d.Series[i];
            var state = Series[series.Number];
            if (!series.Parts.Has(part)) return new Ground("other-part", series.Ref, $"part:{(part < 0 ? "" : Index.Parts[part].Id)}");
            if (d.SeriesAt(i) != series.Series.Digest) return Suspect(d, "series", series.Series.Id);
            if (WrongMethod(item, state) is { } method) return method;
            // Without a declared kind only a sound result tells which binding holds; an unsound one must not choose the easier.
            if ((state.Kind?.Recurs() ?? false) || series.Series.Kind is null)
            {
                if (!state.IsSound) return state.Grounds[0];
            }

            if (!(state.Kind?.Recurs() ?? false) && Bytes(d, i, state) is { } ground) return ground;
            // A document may be contradicted by a newer one beside it, whether or not the statement names the series.
            if (Against(item, part, state) is { Count: > 0 } against) return against[0];
        }

        foreach (var digest in d.Decision.FactDigests)
        {
            if (!s.Evidence.Any(e => Series[e.Number].Sound.Exists(f => f.Sha256 == digest))) return Suspect(d, "fact", digest.Short);
        }

        return null;
    }

    // A single document binds by its bytes: the very document that was judged must still be there and sound.
    private static Ground? Bytes(IndexedDecision d, int position, SeriesState state)
    {
        var id = state.Series.Series.Id;
        if (d.BytesAt(position) is not { } bytes) return Suspect(d, "fact", id);
        if (state.Sound.Exists(f => f.Sha256 == bytes)) return null;
        foreach (var (sha256, why) in state.Unsound)
        {
            if (sha256 == bytes) return why;
        }

        return state.Current is null ? state.Grounds[0] : Suspect(d, "fact", id);
    }

    private static Ground? WrongMethod(Item item, SeriesState state)
    {
        // That a process is defined is shown by a document; the method is asked of what shows it practised.
        if (item.Methods is not { } methods || state.Series.Series.Role == EvidenceRole.Defined) return null;
        var method = state.Series.Series.Method ?? MethodOf(state.Kind);
        return method is not null && methods.Contains(method, StringComparer.Ordinal) ? null : new Ground("wrong-method", state.Series.Ref, $"method:{method ?? "not stated"}", $"asked:{string.Join(" or ", methods)}");
    }

    private static string? MethodOf(FactKind? kind) => kind switch
    {
        { } k when k.IsTest() => "test",
        FactKind.Sarif or FactKind.ThreatDragon or FactKind.Threagile or FactKind.Pytm => "analysis",
        FactKind.Cobertura => "test",
        _ => null,
    };

    // A process requirement needs a defined process and a record that it is practised.
    public static string? MissingRole(Item item, IEnumerable<IndexedDecision> valid)
    {
        if (!item.IsProcess) return null;
        var (defined, practised) = (false, false);
        foreach (var series in valid.SelectMany(d => d.Series))
        {
            defined |= series.Series.Role == EvidenceRole.Defined;
            practised |= series.Series.Role == EvidenceRole.Practised;
        }

        return (defined, practised) switch
        {
            (true, true) => null,
            (false, true) => "not-defined",
            (true, false) => "not-practised",
            _ => "no-role",
        };
    }

    private Ground? Automatic(Item item, int part, IndexedStatement s)
    {
        foreach (var rule in item.Rules)
        {
            foreach (var series in s.Evidence)
            {
                var state = Series[series.Number];
                if (!series.Parts.Has(part) || !state.IsSound || state.Kind is not { } kind || !rule.Kinds.Contains(kind.Word(), StringComparer.Ordinal)) continue;
                if (rule.MinimumCounts.All(m => state.Count(m.Name) >= m.Least)) return new Ground("automatic", $"rule:{rule.Id}", series.Ref, $"place:{state.Current!.Place}");
            }
        }

        return null;
    }
}
