using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>SPDX JSON, 2.x (ISO/IEC 5962 and its 2.3 edition) and 3.0 (JSON-LD): counts and identity.</summary>
internal static class Spdx
{
    public static Check Run(Stream content, Expectation expect)
    {
        var json = new JsonScan(content);
        var read = new SpdxRead();
        json.Root();
        while (json.Field())
        {
            if (json.Is("spdxVersion"u8)) read.Version = json.Text();
            else if (json.Is("name"u8)) read.DocumentName = json.Text();
            else if (json.Is("documentNamespace"u8)) read.Namespace = json.Text();
            else if (json.Is("packages"u8)) Packages(ref json, read);
            else if (json.Is("files"u8)) read.Files += Items(ref json);
            else if (json.Is("documentDescribes"u8)) Describes(ref json, read);
            else if (json.Is("relationships"u8)) Relationships(ref json, read);
            else if (json.Is("@context"u8)) read.Context = Context(ref json) ?? read.Context;
            else if (json.Is("@graph"u8)) SpdxGraph.Read(ref json, read);
            else json.Skip();
        }

        while (json.Read())
        {
        }

        return Done(read, expect);
    }

    private static Check Done(SpdxRead read, Expectation expect)
    {
        var three = read.Version is null && read.Context is not null;
        var version = three ? read.Context : read.Version;
        if (version is null) throw new Refusal("spdx.version", "neither spdxVersion nor an SPDX @context: this is no SPDX JSON", 1);
        if (three ? !version.Contains("spdx.org/rdf/3", StringComparison.Ordinal) : version is not ("SPDX-2.0" or "SPDX-2.1" or "SPDX-2.2" or "SPDX-2.3")) throw new Refusal("spdx.version", $"the version '{version}' is not known; SPDX-2.0 to SPDX-2.3 and 3.0 are read", 1);
        var weighing = new Weighing();
        weighing.Names("specVersion", three ? "SPDX-3.0" : version);
        weighing.Names("serialNumber", read.Namespace);
        var subjects = read.Subjects();
        var subject = subjects.Count == 0 ? default : subjects.FirstOrDefault(s => s.Name == expect.Subject && (expect.SubjectVersion is null || s.Version == expect.SubjectVersion), subjects[0]);
        Subject.Judge(weighing, expect, subject.Name ?? read.DocumentName, subject.Version);
        Subject.Components(weighing, expect, "spdx", read.Packages);
        return weighing.Done(FactKind.Spdx, ("components", read.Packages), ("files", read.Files), ("relationships", read.Relationships));
    }

    private static void Packages(ref JsonScan json, SpdxRead read)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return;
        while (json.Item())
        {
            read.Packages++;
            read.Begin();
            while (json.Field())
            {
                if (json.Is("SPDXID"u8)) json.Text(read.Id);
                else if (json.Is("name"u8)) json.Text(read.Name);
                else if (json.Is("versionInfo"u8)) json.Text(read.ElementVersion);
                else json.Skip();
            }

            read.Keep();
        }
    }

    private static void Describes(ref JsonScan json, SpdxRead read)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return;
        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            if (json.Token == JsonTokenType.String) read.Root(json.CurrentText());
            else json.Leave();
        }
    }

    // SPDX 2.3, clause 11: the document DESCRIBES an element, or the element is DESCRIBED_BY it.
    private static void Relationships(ref JsonScan json, SpdxRead read)
    {
        if (!json.Enter(JsonTokenType.StartArray)) return;
        while (json.Item())
        {
            read.Relationships++;
            var (describes, described) = (false, false);
            while (json.Field())
            {
                if (json.Is("spdxElementId"u8)) json.Text(read.Id);
                else if (json.Is("relatedSpdxElement"u8)) json.Text(read.Name);
                else if (json.Is("relationshipType"u8))
                {
                    json.Read();
                    (describes, described) = json.Token == JsonTokenType.String ? (json.Is("DESCRIBES"u8), json.Is("DESCRIBED_BY"u8)) : (false, false);
                    json.Leave();
                }
                else json.Skip();
            }

            if (describes && read.Id.Bytes.SequenceEqual("SPDXRef-DOCUMENT"u8)) read.Root(read.Name.Text());
            else if (described && read.Name.Bytes.SequenceEqual("SPDXRef-DOCUMENT"u8)) read.Root(read.Id.Text());
        }
    }

    private static string? Context(ref JsonScan json)
    {
        json.Read();
        if (json.Token == JsonTokenType.String) return json.CurrentText();
        if (json.Token != JsonTokenType.StartArray)
        {
            json.Leave();
            return null;
        }

        string? context = null;
        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            if (json.Token == JsonTokenType.String && json.CurrentText() is var text && text.Contains("spdx.org/rdf", StringComparison.Ordinal)) context = text;
            json.Leave();
        }

        return context;
    }

    private static long Items(ref JsonScan json)
    {
        var count = 0L;
        if (!json.Enter(JsonTokenType.StartArray)) return 0;
        while (json.Item())
        {
            json.Leave();
            count++;
        }

        return count;
    }
}
