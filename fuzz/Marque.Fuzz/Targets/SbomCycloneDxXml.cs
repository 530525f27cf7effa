namespace Marque.Fuzz.Targets;

/// <summary>Reads CycloneDX XML.</summary>
internal static class SbomCycloneDxXml
{
    public static IEnumerable<string> Seeds =>
    [
        """<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata><component bom-ref="p"><name>p</name></component></metadata><components><component type="library" bom-ref="a"><supplier><name>s</name></supplier><name>a&amp;</name><version>1</version><hashes><hash alg="MD5">00</hash></hashes><licenses><expression>MIT</expression></licenses><purl><![CDATA[pkg:npm/a@1]]></purl><components><component><name>b</name></component></components></component></components><dependencies><dependency ref="p"><dependency ref="a"/></dependency></dependencies></bom>""",
    ];

    public static void Run(ReadOnlySpan<byte> bytes) => SbomInvariants.Hold(bytes);
}
