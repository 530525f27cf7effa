using Marque.Text;

namespace Marque.Cases;

/// <summary>Writes a decision as the file that <see cref="CaseFile"/> reads.</summary>
public static class DecisionText
{
    /// <summary>The name of its JSON Schema.</summary>
    public const string Schema = "decision";

    /// <summary>The word for a judgement.</summary>
    public static string Word(this Judgement judgement) => judgement switch
    {
        Judgement.NotSatisfied => "not-satisfied",
        Judgement.Rebuts => "rebuts",
        Judgement.NotApplicable => "not-applicable",
        Judgement.Adopts => "adopts",
        Judgement.Classifies => "classifies",
        _ => "satisfied",
    };

    /// <summary>The path of its file, such as <c>decisions/CR-3.4-RE2/2026-11-24-security-lead.yaml</c>. What it speaks of stands in the name, so that two decisions of one person and day have two files.</summary>
    public static string PathOf(Decision d)
    {
        var id = d.Subject.Id;
        var judgement = d.Judgement is Judgement.NotSatisfied or Judgement.Rebuts or Judgement.NotApplicable ? $"-{d.Judgement.Word()}" : "";
        var parts = d.Parts.Count == 0 ? "" : $"-{string.Join('-', d.Parts)}";
        var releases = d.Releases.Only.Count > 0 ? $"-{string.Join('-', d.Releases.Only)}" : d.Releases.From is { } from ? $"-from-{from}" : "";
        return $"decisions/{FileNames.Slug(id.Catalog is null ? id.Slug : $"{id.Catalog}-{id.Slug}")}/{d.On:uuuu-MM-dd}-{FileNames.Slug($"{d.By}{judgement}{parts}{releases}")}.yaml";
    }

    /// <summary>The file's content.</summary>
    /// <param name="d">The decision, with its signatures.</param>
    public static YamlMap Of(Decision d) => YamlValue.Map(
        ("requirement", YamlValue.Text(d.Subject.Id.ToString())),
        ("parts", YamlValue.Texts(d.Parts)),
        ("judgement", YamlValue.Text(d.Judgement.Word())),
        ("facts", YamlValue.Texts(d.Facts.Select(f => f.Series))),
        ("factDigests", YamlValue.Texts(d.FactDigests.Select(f => f.ToString()))),
        ("stoodOn", d.StoodOn.Count == 0 ? null : YamlValue.Map([.. d.StoodOn.Select(s => (s.Name, (YamlNode?)YamlValue.Text($"v1:{s.Digest}")))])),
        ("by", YamlValue.Text(d.By)),
        ("role", YamlValue.Text(d.Role)),
        ("second", d.Second is { } second ? YamlValue.Map(("by", YamlValue.Text(second.By)), ("role", YamlValue.Text(second.Role))) : null),
        ("on", YamlValue.Date(d.On)),
        ("until", d.Until is { } until ? YamlValue.Date(until) : null),
        ("release", OnlyOne(d.Releases) is { } release ? YamlValue.Text(release) : null),
        ("releases", OnlyOne(d.Releases) is null && d.Releases is not { From: null, Until: null, Only.Count: 0 } ? YamlValue.Map(("from", YamlValue.Maybe(d.Releases.From)), ("until", YamlValue.Maybe(d.Releases.Until)), ("only", YamlValue.Texts(d.Releases.Only))) : null),
        ("rationale", YamlValue.Text(d.Rationale)),
        ("signatures", d.Signatures.Count == 0 ? null : YamlValue.List(d.Signatures.Select(Of))));

    /// <summary>An entry of <c>signatures</c>.</summary>
    public static YamlMap Of(RecordSignature s) => YamlValue.Map(
        ("key", YamlValue.Text(s.Key)),
        ("dsse", s.Dsse is { } dsse ? YamlValue.Text(Convert.ToBase64String(dsse.Span)) : null),
        ("sshsig", s.Dsse is null && s.SshSig is { } ssh ? YamlValue.Text(ssh.Trim() + "\n") : null));

    /// <summary>Adds a signature to a decision in its file; every other byte stays.</summary>
    /// <param name="file">The file as read.</param>
    /// <param name="d">The decision, as read from it.</param>
    /// <param name="signature">The signature.</param>
    public static Read<FileChange> Sign(FileChange file, SignedDecision d, RecordSignature signature)
    {
        // Alone, in a list, or in one under a key.
        var key = d is Decision ? "decisions" : "triage";
        YamlStep[] entry = YamlReader.Read(file.Path, file.After.Span).Value switch
        {
            YamlMap map when map[key] is YamlList list => [key, IndexOf(list, d)],
            YamlMap map when map[key] is YamlMap => [key],
            YamlList list => [IndexOf(list, d)],
            _ => [],
        };
        return file.Add([.. entry, "signatures"], Of(signature));
    }

    private static int IndexOf(YamlList list, SignedDecision d) => list.Items.Select((item, i) => (item, i)).FirstOrDefault(e => e.item.Place == d.Place, (null!, -1)).i;

    private static string? OnlyOne(ReleaseRange range) => range is { From: null, Until: null, Only: [var one] } ? one : null;
}
