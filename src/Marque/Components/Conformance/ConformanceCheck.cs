using System.Text.Json;
using System.Xml;
using Marque.Components.Conformance.Json;
using Marque.Components.Conformance.TagValue;
using Marque.Components.Conformance.Xml;
using Marque.Text.Reading;

namespace Marque.Components.Conformance;

/// <summary>Checks a bill of materials against its format: CycloneDX 1.0 to 1.7 in JSON and XML, SPDX 2.2 and 2.3 in JSON and tag-value, SPDX 3.0 in JSON-LD.</summary>
public static class ConformanceCheck
{
    /// <summary>The most problems that are listed; the rest is counted.</summary>
    public const int MostProblems = 1000;

    /// <summary>How many bytes of a stream that cannot be read twice are searched for the format's version.</summary>
    public const int MostHead = 64 * 1024 * 1024;

    /// <summary>Reads the file once from its current position, item by item, in bounded memory; detects format and version from what it says, wherever it says it. Never throws on its content.</summary>
    /// <param name="file">The file's bytes; one that can seek is read from here again when it is known what it is.</param>
    /// <param name="stop">Ends the check early.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ConformanceResult Run(Stream file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        stop.ThrowIfCancellationRequested();
        var findings = new Findings();
        var again = new Twice(file);
        var form = Form.None;
        try
        {
            switch (Beginning(again))
            {
                case '{':
                case '[':
                    again.Back();
                    form = JsonForms.Read(again, out var graph);
                    again.Back(last: true);
                    if (JsonCheck.Knows(form)) JsonCheck.Run(again, form, graph, findings, stop);
                    else Unknown(form, findings);
                    break;
                case '<':
                    again.Back();
                    form = XmlCheck.Read(again);
                    again.Back(last: true);
                    if (XmlCheck.Knows(form)) XmlCheck.Run(again, form, findings, stop);
                    else Unknown(form, findings);
                    break;
                default:
                    again.Back();
                    form = TagValueCheck.Read(again);
                    again.Back(last: true);
                    if (TagValueCheck.Knows(form)) TagValueCheck.Run(again, form, findings, stop);
                    else Unknown(form, findings);
                    break;
            }
        }
        catch (JsonException bad)
        {
            findings.Add((int)Math.Min(int.MaxValue, (bad.LineNumber ?? -1) + 1), "", Demand.Syntax, "json", "not well-formed JSON, or nested more than " + JsonScan.MaxDepth + " levels deep", "one JSON value (RFC 8259)");
        }
        catch (XmlException bad)
        {
            findings.Add(bad.LineNumber, "", Demand.Syntax, "xml", "not well-formed XML: " + Shown.Text(bad.Message), "one XML document (XML 1.0) without a document type");
        }
        catch (Refusal refusal)
        {
            findings.Add(refusal.Line, "", Demand.Syntax, refusal.Code, refusal.Message);
        }

        return findings.Result(form);
    }

    // The first character that is no space, past a byte order mark and the zero bytes of UTF-16.
    private static int Beginning(Twice file)
    {
        Span<byte> head = stackalloc byte[4096];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        foreach (var b in head[..length])
        {
            if (b > ' ' && b < 0x80) return b;
        }

        return -1;
    }

    private static void Unknown(Form form, Findings findings)
    {
        if (form.Format.Length == 0) findings.Add(0, "", Demand.Schema, "format", "the file says no format of a bill of materials", "CycloneDX (bomFormat, specVersion) or SPDX (spdxVersion, @context)");
        else findings.Add(0, "", Demand.Schema, "version", form.Version.Length == 0 ? $"the file does not say which version of {form.Format} it follows" : $"version '{Shown.Text(form.Version)}' of {form.Format} in {form.Serialization} is none that is checked", form.Format == "CycloneDX" ? "1.0 to 1.7 in XML, 1.2 to 1.7 in JSON" : "2.2 or 2.3 in JSON and tag-value, 3.0.1 in JSON-LD");
    }
}
