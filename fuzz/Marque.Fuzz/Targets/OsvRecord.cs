using System.Text;
using Marque.Advisories;

namespace Marque.Fuzz.Targets;

/// <summary>OSV records: read or refused with a reason; what is read comes back from an index as it was, and matches without a fault.</summary>
internal static class OsvRecord
{
    public static IEnumerable<string> Seeds =>
    [
        """
        {"schema_version":"1.7.5","id":"GHSA-aaaa-bbbb-cccc","modified":"2026-02-03T04:05:06.789Z","published":"2026-01-01T00:00:00Z","withdrawn":"2026-03-01T00:00:00Z","aliases":["CVE-2026-1"],"related":["CVE-2026-2"],"upstream":["CVE-2026-3"],
        "summary":"Caf\u00e9","severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],"affected":[{"package":{"ecosystem":"npm","name":"a","purl":"pkg:npm/a"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"1.2.0"},{"introduced":"2.0.0"},{"last_affected":"2.1.0"}]},
        {"type":"GIT","repo":"https://example.com/a","events":[{"introduced":"0"},{"limit":"*"}]}],"versions":["1.0.0","1.1.0"],"ecosystem_specific":{"severity":"minor"},"database_specific":{"last_known_affected_version_range":"<= 1.1.9"}}],
        "references":[{"type":"WEB","url":"https://example.com/1"}],"database_specific":{"severity":"HIGH"}}
        """,
        """{"id":"DSA-1","modified":"0001-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"Debian:12","name":"x"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1:2.3-4"}]}],"versions":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18"]}]}""",
        """{"id":"USN-1","modified":"2026-01-01T00:00:00Z","affected":[{"package":{"ecosystem":"Ubuntu:22.04:LTS","name":"x"},"ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"3.0.0"}]}],"ecosystem_specific":{"binaries":[{"binary_name":"a","binary_version":"3.0.0"},{"b":"1:3.0","c":"2.0"},"d-1-2.x86_64.rpm","e"],"x86_64":["f-1.0-2.x86_64.rpm"],"src":["x-1.0-2.src.rpm"]}}]}""",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var read = Osv.Read(bytes);
        var builder = new AdvisoryIndexBuilder("fuzz");
        var added = builder.Add(bytes);
        if (read.Advisory is null != (added.Kind == Addition.Refused) || (read.Advisory is null && read.Reason.Length == 0)) throw new InvalidOperationException($"{added.Kind}, and {read.Reason}");
        if (read.Advisory is not { } advisory) return;
        var segment = new MemoryStream();
        builder.Write(segment);
        var index = AdvisoryIndex.Open([segment.ToArray()]).Value ?? throw new InvalidOperationException("it does not open");
        if (index.ById(advisory.Id) is not [var at] || index.Record(at) is not { } original || !original.AsSpan().SequenceEqual(bytes)) throw new InvalidOperationException("it does not come back");
        foreach (var version in (ReadOnlySpan<string>)["1.0.0", "2.0", "0", "x", "1:2.3-4"])
        {
            foreach (var package in advisory.Affected.Take(4))
            {
                foreach (var type in (ReadOnlySpan<string>)["npm", "pypi", "golang", "cargo"])
                {
                    if (Components.Purls.Purl.Build(type, "", package.Name, version).Purl is { } purl) Match.Component(index, purl);
                }

                foreach (var binary in package.Binaries.Take(4))
                {
                    foreach (var vendor in (ReadOnlySpan<string>)["deb/ubuntu", "rpm/openeuler"])
                    {
                        var parts = vendor.Split('/');
                        if (Components.Purls.Purl.Build(parts[0], parts[1], binary.Name, version).Purl is { } purl) Match.Component(index, purl);
                    }
                }
            }
        }
    }
}
