using Marque.Csaf;

namespace Marque.Fuzz.Targets;

/// <summary>The checks of CSAF documents.</summary>
internal static class CsafValidation
{
    public static IEnumerable<string> Seeds =>
    [
        """{"document":{"category":"csaf_vex","csaf_version":"2.0","lang":"en-GB","publisher":{"category":"vendor","name":"n","namespace":"https://example.com"},"title":"t","tracking":{"current_release_date":"2026-11-20T10:00:00Z","id":"EX-1","initial_release_date":"2026-11-19T10:00:00Z","revision_history":[{"date":"2026-11-19T10:00:00Z","number":"1","summary":"s"},{"date":"2026-11-20T10:00:00Z","number":"2","summary":"s"}],"status":"final","version":"2"}},"product_tree":{"branches":[{"branches":[{"category":"product_version","name":"1.0","product":{"name":"p","product_id":"P-1","product_identification_helper":{"purl":"pkg:npm/a@1"}}}],"category":"vendor","name":"v"}],"product_groups":[{"group_id":"G-1","product_ids":["P-1","P-2"]}],"relationships":[{"category":"installed_on","full_product_name":{"name":"r","product_id":"P-2"},"product_reference":"P-1","relates_to_product_reference":"P-2"}]},"vulnerabilities":[{"cve":"CVE-2026-1000","cwe":{"id":"CWE-79","name":"x"},"flags":[{"label":"component_not_present","group_ids":["G-1"]}],"notes":[{"category":"details","text":"t"}],"product_status":{"fixed":["P-1"],"known_affected":["P-2"]},"scores":[{"cvss_v3":{"baseScore":9.8,"baseSeverity":"CRITICAL","environmentalScore":0,"vectorString":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N","version":"3.1"},"products":["P-1"]},{"cvss_v2":{"baseScore":10,"vectorString":"AV:N/AC:L/Au:N/C:C/I:C/A:C","version":"2.0"},"products":["P-1"]}],"involvements":[{"date":"2026-11-20T10:00:00Z","party":"vendor","status":"open"}]}]}""",
        """{"document":{"lang":"zh-Hant-TW-u-co-stroke-x-a","source_lang":"i-default","distribution":{"tlp":{"label":"RED"}},"references":[{"category":"self","summary":"s","url":"https://example.invalid/ex-1.json"}]}}""",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var report = CsafCheck.Run(bytes.ToArray());
        if (report.Findings.Any(f => f.Message.Length == 0 || f.Line < 0)) throw new InvalidOperationException("a finding without a message, or before the first line");
        if (report.Findings.Any(f => f.Location.Length > 0 && f.Location[0] != '/')) throw new InvalidOperationException("a place that is no JSON pointer");
    }
}
