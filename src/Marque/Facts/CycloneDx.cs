using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>CycloneDX JSON, 1.2 to 1.7 (ECMA-424): counts and identity. Components count at every level, those inside the subject included; the subject itself does not.</summary>
internal static class CycloneDx
{
    public static Check Run(Stream content, Expectation expect)
    {
        var json = new JsonScan(content);
        var read = new Read();
        json.Root();
        while (json.Field())
        {
            if (json.Is("bomFormat"u8)) read.Format = json.Text();
            else if (json.Is("specVersion"u8)) read.Version = json.Text();
            else if (json.Is("serialNumber"u8)) read.Serial = json.Text();
            else if (json.Is("components"u8)) read.Components += Components(ref json);
            else if (json.Is("metadata"u8)) Metadata(ref json, read);
            else if (json.Is("services"u8)) read.Services += Items(ref json);
            else if (json.Is("vulnerabilities"u8)) read.Vulnerabilities += Items(ref json);
            else if (json.Is("dependencies"u8)) read.Dependencies += Items(ref json);
            else json.Skip();
        }

        while (json.Read())
        {
        }

        if (read.Format != "CycloneDX") throw new Refusal("cyclonedx.format", "bomFormat is not 'CycloneDX'", 1);
        if (read.Version is not ("1.2" or "1.3" or "1.4" or "1.5" or "1.6" or "1.7")) throw new Refusal("cyclonedx.version", read.Version is null ? "specVersion is missing" : $"specVersion '{read.Version}' is not known; JSON is read from 1.2 to 1.7", 1);
        var weighing = new Weighing();
        weighing.Names("specVersion", read.Version);
        weighing.Names("serialNumber", read.Serial);
        Subject.Judge(weighing, expect, read.Name, read.NameVersion, read.Group is null ? null : $"{read.Group}/{read.Name}", read.Purl);
        Subject.Components(weighing, expect, "cyclonedx", read.Components);
        return weighing.Done(FactKind.CycloneDx, ("components", read.Components), ("services", read.Services), ("dependencies", read.Dependencies), ("vulnerabilities", read.Vulnerabilities));
    }

    private static void Metadata(ref JsonScan json, Read read)
    {
        if (!json.Enter(JsonTokenType.StartObject)) return;
        while (json.Field())
        {
            if (!json.Is("component"u8))
            {
                json.Skip();
                continue;
            }

            if (!json.Enter(JsonTokenType.StartObject)) continue;
            if (read.HasSubject) throw new Refusal("cyclonedx.duplicate-field", "the subject (metadata.component) stands twice", json.Line);
            read.HasSubject = true;
            while (json.Field())
            {
                if (json.Is("name"u8)) read.Name = json.Text();
                else if (json.Is("version"u8)) read.NameVersion = json.Text();
                else if (json.Is("group"u8)) read.Group = json.Text();
                else if (json.Is("purl"u8)) read.Purl = json.Text();
                else if (json.Is("components"u8)) read.Components += Components(ref json);
                else json.Skip();
            }
        }
    }

    private static long Components(ref JsonScan json)
    {
        var count = 0L;
        if (!json.Enter(JsonTokenType.StartArray)) return 0;
        while (json.Item())
        {
            count++;
            while (json.Field())
            {
                if (json.Is("components"u8)) count += Components(ref json);
                else json.Skip();
            }
        }

        return count;
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

    private sealed class Read
    {
        public string? Format { get; set; }

        public string? Version { get; set; }

        public string? Serial { get; set; }

        public string? Name { get; set; }

        public string? NameVersion { get; set; }

        public string? Group { get; set; }

        public string? Purl { get; set; }

        public bool HasSubject { get; set; }

        public long Components { get; set; }

        public long Services { get; set; }

        public long Dependencies { get; set; }

        public long Vulnerabilities { get; set; }
    }
}
