using System.Text;
using Marque.Components;

namespace Marque.Tests.Components;

/// <summary>The same content in every format gives the same components and relations.</summary>
public sealed class FormatsTests
{
    public static TheoryData<SbomFormat> Formats => new(Enum.GetValues<SbomFormat>());

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_format_is_told_from_the_content(SbomFormat format)
    {
        var sbom = Samples.Read(Samples.Of(format));
        Assert.Equal(format, sbom.Format);
        Assert.Equal(format switch { SbomFormat.CycloneDxJson or SbomFormat.CycloneDxXml => "1.6", SbomFormat.Spdx3Json => "3.0.1", _ => "2.3" }, sbom.SpecVersion);
        Assert.Empty(sbom.Findings);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Components_are_the_same_in_every_format(SbomFormat format)
    {
        var sbom = Samples.Read(Samples.Of(format));
        Assert.Equal(["gateway 2.4.1  Firmware", "tlslib 3.0.1 pkg:generic/tlslib@3.0.1 Library", "webd 1.9 pkg:npm/%40example/webd@1.9.0 Application", "ziplib 1.3 pkg:pypi/ziplib@1.3 Library", "stray 0.1  Library"],
            sbom.Components.Select(c => $"{c.Name} {c.Version} {c.Purl} {c.Kind}"));
        Assert.Equal(sbom.Format.Family() == "CycloneDX" ? 4 : 5, sbom.Listed);
        Assert.Equal("gateway", sbom.Subject?.Name);
        Assert.Equal("Example GmbH", sbom.Subject?.Supplier?.Name);
        var tls = sbom.Components[1];
        Assert.Equal("TLS makers", tls.Supplier?.Name);
        Assert.Equal("info@tls.example.com", Assert.Single(tls.Supplier!.Contacts).Email);
        Assert.Equal(new ComponentHash("SHA-256", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"), Assert.Single(tls.Hashes));
        Assert.Equal(["cpe:2.3:a:example:tlslib:3.0.1:*:*:*:*:*:*:*"], tls.Cpes);
        Assert.Equal([new ExternalReference("distribution", "https://tls.example.com/tlslib-3.0.1.tgz"), new ExternalReference("website", "https://tls.example.com")], tls.ExternalReferences);
        Assert.Equal(("Apache-2.0", LicenceSaidBy.Declared), tls.Licences is [var only] ? (only.Text, only.SaidBy) : default);
        Assert.Equal([new ComponentLicence("MIT OR BSD-2-Clause", LicenceForm.Expression, LicenceSaidBy.Concluded)], sbom.Components[2].Licences);
        Assert.All(sbom.Components, c => Assert.Equal(c.IsSubject, c.Index == 0));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Dependencies_are_the_same_in_every_format(SbomFormat format)
    {
        var graph = Samples.Read(Samples.Of(format)).Graph;
        Assert.Equal([1, 2], graph.TopLevel);
        Assert.Equal([0, 1, 1, 2, -1], Enumerable.Range(0, 5).Select(graph.DepthOf));
        Assert.Equal([3], graph.DependenciesOf(1));
        Assert.Equal([3], graph.DependenciesOf(2));
        Assert.Equal([4], graph.Unreachable);
        Assert.Equal(4, graph.EdgeCount);
        Assert.Empty(graph.Cycles);
        // What SPDX says from the other end ("zip is a dependency of tls") is no statement of tls about all it needs.
        Assert.Equal([true, format is not (SbomFormat.SpdxJson or SbomFormat.SpdxTagValue), true, true, false], Enumerable.Range(0, 5).Select(graph.IsStated));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_file_says_who_made_it_when_and_with_what(SbomFormat format)
    {
        var sbom = Samples.Read(Samples.Of(format));
        Assert.Equal("2026-11-24T10:00:00Z", sbom.Created);
        Assert.Equal("bomtool", Assert.Single(sbom.Tools).Name);
        Assert.Equal(("Product security", "psirt@example.com"), sbom.Authors is [{ Contacts: [var contact] } one] ? (one.Name, contact.Email) : default);
        Assert.Equal("CC0-1.0", sbom.DataLicence);
        Assert.Equal(format is SbomFormat.SpdxJson or SbomFormat.SpdxTagValue ? [] : ["build"], sbom.Lifecycles);
        Assert.NotEmpty(sbom.SerialNumber);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Utf16_with_a_mark_is_read_like_utf8(SbomFormat format)
    {
        // The declaration of the XML file names UTF-8; a file in UTF-16 names itself.
        var text = Samples.Of(format).Replace(" encoding=\"UTF-8\"", "", StringComparison.Ordinal);
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8])
        {
            Assert.Equal(Samples.Read(text).Components.Select(c => c.ToString()), Samples.Read(text, encoding).Components.Select(c => c.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_component_knows_its_place_and_its_reference(SbomFormat format)
    {
        var text = Samples.Of(format);
        var zip = Samples.Read(text).Components[3];
        var line = text[..text.IndexOf(format is SbomFormat.SpdxTagValue ? "PackageName: ziplib" : "ziplib", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Equal(line, zip.Line);
        var at = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text).AsSpan((int)zip.Offset, 12));
        Assert.StartsWith(format switch { SbomFormat.CycloneDxXml => "<component ", SbomFormat.SpdxTagValue => "PackageName:", _ => "{ \"" }, at, StringComparison.Ordinal);
        Assert.EndsWith("zip", zip.Ref, StringComparison.Ordinal);
        Assert.Equal(3, Samples.Read(text).Find(zip.Ref)?.Index);
    }
}
