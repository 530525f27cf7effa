using System.Text;
using Marque.Components.Conformance;

namespace Marque.Tests.Components.Conformance;

internal static class Checked
{
    /// <summary>A document that uses much of CycloneDX 1.6 and conforms to it.</summary>
    public const string Rich = """
        {
          "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
          "bomFormat": "CycloneDX",
          "specVersion": "1.6",
          "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
          "version": 1,
          "metadata": {
            "timestamp": "2026-11-25T01:41:41Z",
            "lifecycles": [ { "phase": "build" }, { "name": "own", "description": "a phase of our own" } ],
            "tools": { "components": [ { "type": "application", "name": "maker", "version": "9.1" } ] },
            "component": { "type": "firmware", "bom-ref": "root", "name": "gateway", "version": "2.4.1" }
          },
          "components": [
            {
              "type": "library", "bom-ref": "a", "name": "a", "version": "1.0", "scope": "required",
              "hashes": [ { "alg": "SHA-1", "content": "0123456789abcdef0123456789abcdef01234567" } ],
              "licenses": [ { "license": { "id": "MIT", "url": "https://example.com/MIT" } }, { "license": { "name": "ours" } } ],
              "purl": "pkg:npm/a@1.0",
              "externalReferences": [ { "type": "vcs", "url": "https://example.com/a.git" } ],
              "evidence": { "identity": [ { "field": "purl", "confidence": 0.5 } ], "occurrences": [ { "location": "/a", "line": 3 } ] },
              "properties": [ { "name": "x", "value": "y" } ]
            },
            { "type": "library", "bom-ref": "b", "name": "b", "licenses": [ { "expression": "MIT OR Apache-2.0" } ], "components": [ { "type": "file", "bom-ref": "c", "name": "c" } ] }
          ],
          "services": [ { "bom-ref": "s", "name": "s", "endpoints": [ "https://example.com/s" ], "data": [ { "flow": "inbound", "classification": "public" } ] } ],
          "dependencies": [ { "ref": "root", "dependsOn": [ "a", "b" ] }, { "ref": "a" }, { "ref": "b", "dependsOn": [ "c" ] } ],
          "compositions": [ { "aggregate": "complete", "assemblies": [ "root" ] } ],
          "vulnerabilities": [ { "id": "CVE-2026-0001", "ratings": [ { "score": 7.5, "severity": "high", "method": "CVSSv31" } ], "cwes": [ 79 ], "affects": [ { "ref": "a", "versions": [ { "version": "1.0", "status": "affected" } ] } ] } ],
          "annotations": [ { "subjects": [ "a" ], "annotator": { "individual": { "name": "a reviewer" } }, "timestamp": "2026-11-25T01:41:41Z", "text": "seen" } ],
          "signature": { "algorithm": "ES256", "value": "c2ln", "publicKey": { "kty": "EC", "crv": "P-256", "x": "eA", "y": "eQ" } }
        }
        """;

    public static ConformanceResult Of(string document) => Of(Encoding.UTF8.GetBytes(document));

    public static ConformanceResult Of(byte[] document)
    {
        using var file = new MemoryStream(document);
        return ConformanceCheck.Run(file, TestContext.Current.CancellationToken);
    }

    /// <summary>The only problem that counts.</summary>
    public static ConformanceProblem Problem(string document)
    {
        var result = Of(document);
        Assert.False(result.Conforms);
        return Assert.Single(result.Problems, p => p.Demand != Demand.Note);
    }

    /// <summary>The rich document with one place written otherwise.</summary>
    public static string With(string old, string with)
    {
        Assert.Contains(old, Rich, StringComparison.Ordinal);
        return Rich.Replace(old, with, StringComparison.Ordinal);
    }
}
