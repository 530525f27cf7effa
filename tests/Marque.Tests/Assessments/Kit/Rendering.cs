using System.Collections.Concurrent;
using System.Text;
using Marque.Assessments;
using Marque.Cases;
using Marque.Facts;
using Marque.Text;

namespace Marque.Tests.Assessments.Kit;

/// <summary>Writes a world as the files of a case, and shows what is seen of its facts.</summary>
internal static class Rendering
{
    private static readonly ConcurrentDictionary<string, Digest> Records = new(StringComparer.Ordinal);

    /// <summary>The record digest of a mapping.</summary>
    public static Digest Record(YamlText yaml) => Records.GetOrAdd(yaml.ToString(), static text => CanonicalJson.DigestOf(Parsed(text)));

    /// <summary>The digest of a process case.</summary>
    public static Digest DigestOf(World process)
    {
        var product = World.Empty with { Uses = [new UseSpec("it", process, Digest.Of([]))] };
        return CaseFile.Read(Source(product)).Value!.Processes[0].Process.Digest;
    }

    public static CaseSource Source(World w) => new("", [.. Files(w).Select(f => (f.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text.ToString())))], w.Uses.ToDictionary(u => $"../{u.Id}", u => Source(u.Process) with { Root = u.Id }, StringComparer.Ordinal));

    public static Observations Observe(World w, Case read)
    {
        var seen = new Dictionary<(string, Digest), Observation>();
        foreach (var spec in w.Series.Concat(w.Uses.SelectMany(u => u.Process.Series)))
        {
            var series = read.Series.First(s => s.Id == spec.Id);
            foreach (var fact in spec.Facts)
            {
                var record = series.Facts.First(f => f.Digest == Record(fact.Yaml())).Digest;
                if (fact.Sight != Sight.NotLookedFor) seen[(spec.Id, record)] = Observation(spec, fact);
            }
        }

        return new Observations(seen);
    }

    private static Observation Observation(SeriesSpec series, FactSpec fact)
    {
        var kind = fact.Kind ?? (series.Kind is { } word ? FactKinds.Of(word)!.Value : FactKind.JUnit);
        var check = new Check(kind, fact.Content, fact.Counts, fact.Content == Outcome.Supports ? [] : [new Finding("kit.said", $"the content {fact.Content.ToString().ToLowerInvariant()}")]);
        if (fact.IsReal) check = ContentCheck.Run(new MemoryStream(Encoding.UTF8.GetBytes(fact.Bytes)), kind, Expectation.None);
        return fact.Sight switch
        {
            Sight.Missing => new Observation(null, null, "no such file"),
            Sight.Altered => new Observation(Digest.Of(Encoding.UTF8.GetBytes(fact.Bytes + " altered")), check with { Outcome = Outcome.Supports }),
            Sight.Unchecked => new Observation(fact.Sha256, null),
            _ => new Observation(fact.Sha256, check),
        };
    }

    private static IEnumerable<(string Path, YamlText Text)> Files(World w)
    {
        yield return ("marque.yaml", Product(w));
        if (w.People is { } people)
        {
            yield return ("people.yaml", people.SignedBy is { } signer ? [.. people.Unsigned(), ("signatures", Signatures(people.Unsigned(), People.PayloadType, [signer]))] : people.Unsigned());
        }

        if (w.Risk is { } risk) yield return ("risk.yaml", risk.Yaml());
        if (!w.Statements.IsEmpty) yield return ("controls/all.yaml", new() { { "statements", w.Statements.Select(s => s.Yaml()).ToList() } });
        if (!w.Series.IsEmpty) yield return ("evidence/all.yaml", new() { { "evidence", w.Series.Select(s => s.Yaml()).ToList() } });
        if (!w.Decisions.IsEmpty) yield return ("decisions/all.yaml", new() { { "decisions", w.Decisions.Select(Decision).ToList() } });
        foreach (var release in w.Releases) yield return ($"releases/{release.Version}.yaml", release.Yaml());
        foreach (var catalog in w.Catalogs) yield return ($"catalogs/{catalog.Id}{catalog.Edition}.yaml", catalog.Yaml());
        foreach (var map in w.Maps) yield return ($"editions/{map.Id}.yaml", map.Yaml());
        foreach (var bridge in w.Bridges) yield return ($"bridges/{bridge.Id}.yaml", bridge.Yaml());
    }

    private static YamlText Product(World w)
    {
        if (w.IsProcess) return new() { { "process", new YamlText { { "id", w.Id }, { "name", w.Id } } } };
        return new()
        {
            { "product", new YamlText { { "id", w.Id }, { "name", "Kettle" }, { "freeAndOpenSource", w.FreeAndOpenSource ? true : null }, { "publicTechnicalDocumentation", w.PublicDocumentation ? true : null } } },
            { "role", w.OperatorRole },
            { "classification", w.Class?.Yaml() },
            { "procedure", w.Procedure },
            { "parts", w.Parts.Select(p => new YamlText { { "id", p.Id }, { "type", p.Type }, { "targetLevel", p.Type is null ? null : p.Level }, { "remoteDataProcessing", p.Type is null ? true : null } }).ToList() },
            { "catalogs", w.Pins.IsEmpty ? null : Pins(w) },
            { "adopts", w.Adopts.Select(a => a.Yaml()).ToList() },
            { "instruments", w.Instruments.Select(i => i.Yaml()).ToList() },
            { "uses", w.Uses.Select(u => u.Yaml()).ToList() },
            { "lines", w.Lines.Select(l => new YamlText { { "id", l.Id }, { "supported", l.Supported } }).ToList() },
            { "events", w.Events.Select(e => new YamlText { { "event", e.Event }, { "on", Bare.Of(e.On) }, { "what", "it happened" } }).ToList() },
        };
    }

    private static YamlText Pins(World w) => [.. w.Pins.Select(p => (p.Catalog, (object?)p.Edition))];

    private static YamlText Decision(DecisionSpec d) => d.Signers.IsEmpty ? d.Unsigned() : [.. d.Unsigned(), ("signatures", Signatures(d.Unsigned(), People.DecisionPayloadType, d.Signers))];

    private static List<YamlText> Signatures(YamlText record, string payloadType, IEnumerable<Signer> signers)
    {
        var bytes = CanonicalJson.Of(Parsed(record.ToString()));
        return [.. signers.Select(s => new YamlText { { "key", s.Key.Id }, { "dsse", s.Sign(payloadType, bytes) } })];
    }

    private static YamlNode Parsed(string text)
    {
        var read = YamlReader.Read("record.yaml", Encoding.UTF8.GetBytes(text));
        return read.Value ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }
}
