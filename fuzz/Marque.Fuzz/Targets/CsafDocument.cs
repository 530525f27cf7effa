using Marque.Advisories;
using Marque.Advisories.Suppliers;

namespace Marque.Fuzz.Targets;

/// <summary>CSAF documents: read or refused with a reason; a statement always names a vulnerability and a product.</summary>
internal static class CsafDocument
{
    public static IEnumerable<string> Seeds =>
    [
        """
        {"document":{"category":"csaf_vex","csaf_version":"2.0","publisher":{"category":"vendor","name":"a","namespace":"https://example.com"},"title":"t","tracking":{"id":"A-1","version":"1","status":"final","current_release_date":"2026-01-01T00:00:00Z"}},
        "product_tree":{"branches":[{"category":"vendor","name":"v","branches":[{"category":"product_name","name":"p","branches":[{"category":"product_version","name":"1","product":{"name":"p 1","product_id":"P1","product_identification_helper":{"purl":"pkg:npm/p@1","cpe":"cpe:2.3:a:v:p:1:*:*:*:*:*:*:*"}}},
        {"category":"product_version_range","name":"vers:npm/<2","product":{"name":"p <2","product_id":"P2"}}]}]}],"full_product_names":[{"name":"os","product_id":"P3"}],
        "relationships":[{"category":"default_component_of","product_reference":"P1","relates_to_product_reference":"P3","full_product_name":{"name":"p on os","product_id":"P4"}}],"product_groups":[{"group_id":"G1","product_ids":["P1","P2"]}]},
        "vulnerabilities":[{"cve":"CVE-2026-1","ids":[{"system_name":"x","text":"X-1"}],"product_status":{"known_affected":["P2"],"known_not_affected":["P1","P4"],"fixed":["P3"],"unknown":["P9"]},"flags":[{"label":"vulnerable_code_not_present","group_ids":["G1"]}],
        "threats":[{"category":"impact","details":"none","product_ids":["P4"]}],"remediations":[{"category":"vendor_fix","details":"update","product_ids":["P2"]}]}]}
        """,
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => Supplier.Check(SupplierCsaf.Read(new MemoryStream(bytes.ToArray())));
}
