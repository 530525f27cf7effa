using Marque.Csaf.Checks;
using Marque.Csaf.Reading;
using Marque.Text.Reading;

namespace Marque.Csaf;

/// <summary>Checks a CSAF 2.0 document without a network: the JSON schema and the tests of section 6 (a CSAF full validator but for what <see cref="CsafReport.NotRun"/> names).</summary>
public static class CsafCheck
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocument = 64 * 1024 * 1024;

    /// <summary>The most places that are listed of one test; the rest is counted.</summary>
    public const int MostFindings = 200;

    private static readonly Action<CsafDocument, Gathered>[] Checks =
        [ProductIds.Run, ProductStatuses.Run, Scores.Run, Vulnerabilities.Run, Languages.Run, Identification.Run, Revisions.Run, Profiles.Run, Branches.Run, DocumentForm.Run, Links.Run];

    private static readonly CsafNotRun[] Never =
    [
        new(CsafTests.Of("6.3.6"), "no URL is asked for: only those that cannot resolve are told"),
        new(CsafTests.Of("6.3.7"), "no URL is asked for: only those that cannot resolve are told"),
        new(CsafTests.Of("6.3.8"), "there is no dictionary"),
    ];

    private static readonly Dictionary<string, int> Places = CsafTests.All.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);

    /// <summary>Checks a document. Never throws on its content.</summary>
    /// <param name="content">The document's bytes.</param>
    /// <param name="stop">Ends the check early.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static CsafReport Run(Stream content, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        byte[] bytes;
        try
        {
            bytes = Whole.Bytes(content, MaxDocument);
        }
        catch (Refusal refusal)
        {
            return Unread(refusal);
        }

        return Run(bytes, stop);
    }

    /// <summary>Checks a document. Never throws on its content.</summary>
    /// <param name="bytes">The document's bytes.</param>
    /// <param name="stop">Ends the check early.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static CsafReport Run(ReadOnlyMemory<byte> bytes, CancellationToken stop = default)
    {
        var schema = CsafSchema.Problems(bytes, strict: false, stop);
        var findings = schema.Select(p => new CsafFinding(CsafTests.Schema, p.Location, p.Line, p.Message, p.Remedy)).ToList();
        var gathered = new Gathered();
        string? name;
        try
        {
            using var json = Whole.Json(bytes);
            var document = new CsafDocument(new Node(json.RootElement, null));
            name = document.FileName;
            foreach (var check in Checks)
            {
                stop.ThrowIfCancellationRequested();
                check(document, gathered);
            }
        }
        catch (Refusal refusal)
        {
            // What is not well-formed, the schema's check says as well, with its place.
            return findings.Count > 0 && refusal.Code == "json.syntax" ? new(findings, 0, NotRead) : new([.. findings, new(CsafTests.Schema, "", refusal.Line, refusal.Message)], 0, NotRead);
        }
        catch (InvalidOperationException)
        {
            // A text holds escapes that are no characters; the schema's check says where.
            return new(findings, 0, NotRead);
        }

        findings.AddRange(Lines.Add(bytes, gathered.Findings));
        // 6.1.8 and 6.2.20 are tests of schemas.
        findings.AddRange(schema.Where(p => CsafSchema.IsScore(p.Location)).Select(p => new CsafFinding(CsafTests.Of("6.1.8"), p.Location, p.Line, p.Message, p.Remedy)));
        findings.AddRange(CsafSchema.Problems(bytes, strict: true, stop).Except(schema).Where(p => p.Rule == "additionalProperties").Select(p => new CsafFinding(CsafTests.Of("6.2.20"), p.Location, p.Line, p.Message, p.Remedy)));
        return new([.. findings.OrderBy(f => Places.GetValueOrDefault(f.Test.Id, -1)).ThenBy(f => f.Line)], gathered.Further, Never) { FileName = name };
    }

    private static IReadOnlyList<CsafNotRun> NotRead { get; } = [.. CsafTests.All.Select(t => new CsafNotRun(t, "the document could not be read"))];

    private static CsafReport Unread(Refusal refusal) => new([new(CsafTests.Schema, "", refusal.Line, refusal.Message)], 0, NotRead);
}
