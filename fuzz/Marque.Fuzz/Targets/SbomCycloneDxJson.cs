namespace Marque.Fuzz.Targets;

/// <summary>Reads CycloneDX JSON.</summary>
internal static class SbomCycloneDxJson
{
    public static IEnumerable<string> Seeds =>
    [
        """{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"timestamp":"2026-11-24T10:00:00Z","tools":[{"name":"t"}],"component":{"bom-ref":"p","name":"p"}},"components":[{"type":"library","bom-ref":"a","name":"a\u00e9","version":"1","purl":"pkg:npm/a@1","hashes":[{"alg":"SHA-256","content":"00ff"}],"licenses":[{"license":{"id":"MIT"}}],"supplier":{"name":"s","url":["https://s.example.com"]},"components":[{"name":"b"}]}],"dependencies":[{"ref":"p","dependsOn":["a","a"]},{"ref":"a","dependsOn":["p"]}]}""",
        """{"bomFormat":"CycloneDX","specVersion":"1.5","services":[{"bom-ref":"s","name":"s"}],"compositions":[{"aggregate":"complete","assemblies":["s"]}],"vulnerabilities":[{"id":"CVE-2026-1","ratings":[{"score":9.8,"method":"CVSSv31"}],"affects":[{"ref":"s","versions":[{"range":"vers:npm/<2"}]}],"analysis":{"state":"in_triage","response":["update"]}}]}""",
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => SbomInvariants.Hold(bytes);
}
