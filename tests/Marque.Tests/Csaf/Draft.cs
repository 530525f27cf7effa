using System.Text;
using System.Text.Json.Nodes;
using Marque.Csaf;

namespace Marque.Tests.Csaf;

/// <summary>A VEX document that fails no test, to be spoilt in one place.</summary>
internal static class Draft
{
    private const string Whole = """
        {
          "document": {
            "category": "csaf_vex",
            "csaf_version": "2.0",
            "distribution": { "tlp": { "label": "WHITE" } },
            "lang": "en-GB",
            "publisher": { "category": "vendor", "name": "Example GmbH", "namespace": "https://psirt.example.com" },
            "references": [ { "category": "self", "summary": "This document.", "url": "https://psirt.example.com/csaf/2026/ex-2026-1.json" } ],
            "title": "Gateway",
            "tracking": {
              "current_release_date": "2026-11-20T10:00:00Z",
              "id": "EX-2026-1",
              "initial_release_date": "2026-11-19T10:00:00Z",
              "revision_history": [
                { "date": "2026-11-19T10:00:00Z", "number": "1", "summary": "First." },
                { "date": "2026-11-20T10:00:00Z", "number": "2", "summary": "Second." }
              ],
              "status": "final",
              "version": "2"
            }
          },
          "product_tree": {
            "branches": [
              {
                "branches": [
                  {
                    "branches": [
                      { "category": "product_version", "name": "1.0", "product": { "name": "Gateway 1.0", "product_id": "P-1", "product_identification_helper": { "purl": "pkg:generic/gateway@1.0" } } },
                      { "category": "product_version", "name": "1.1", "product": { "name": "Gateway 1.1", "product_id": "P-2", "product_identification_helper": { "hashes": [ { "file_hashes": [ { "algorithm": "sha256", "value": "026a37919b182ef7c63791e82c9645e2f897a3f0b73c7a6028c7febf62e93838" } ], "filename": "gateway.bin" } ] } } }
                    ],
                    "category": "product_name",
                    "name": "Gateway"
                  }
                ],
                "category": "vendor",
                "name": "Example GmbH"
              }
            ],
            "product_groups": [ { "group_id": "G-1", "product_ids": [ "P-1", "P-2" ] } ]
          },
          "vulnerabilities": [
            {
              "cve": "CVE-2026-1000",
              "cwe": { "id": "CWE-787", "name": "Out-of-bounds Write" },
              "flags": [ { "label": "vulnerable_code_not_present", "product_ids": [ "P-2" ] } ],
              "notes": [ { "category": "description", "text": "A frame too long." } ],
              "product_status": { "known_affected": [ "P-1" ], "known_not_affected": [ "P-2" ] },
              "remediations": [ { "category": "vendor_fix", "details": "Update to 1.1.", "product_ids": [ "P-1" ] } ],
              "scores": [ { "cvss_v3": { "baseScore": 9.8, "baseSeverity": "CRITICAL", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "version": "3.1" }, "products": [ "P-1" ] } ]
            }
          ]
        }
        """;

    public static JsonObject Vulnerability(this JsonNode document) => document["vulnerabilities"]![0]!.AsObject();

    public static JsonObject Tracking(this JsonNode document) => document["document"]!["tracking"]!.AsObject();

    /// <summary>The document with a change.</summary>
    public static byte[] With(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(Whole)!;
        change(document);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    /// <summary>The tests that the document with a change fails.</summary>
    public static IReadOnlyList<string> Fails(Action<JsonNode> change) => [.. CsafCheck.Run(With(change), TestContext.Current.CancellationToken).Findings.Select(f => f.Test.Id).Distinct()];

    /// <summary>A value of JSON.</summary>
    public static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
