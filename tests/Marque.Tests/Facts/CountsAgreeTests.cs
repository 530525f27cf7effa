using System.Text;
using Marque.Components;
using Marque.Facts;
using Marque.Tests.Components;

namespace Marque.Tests.Facts;

/// <summary>A content check counts in constant memory, a reader keeps everything: both come to the same.</summary>
public sealed class CountsAgreeTests
{
    [Theory]
    [InlineData(SbomFormat.CycloneDxJson)]
    [InlineData(SbomFormat.SpdxJson)]
    [InlineData(SbomFormat.Spdx3Json)]
    public void The_content_check_and_the_reader_count_alike_and_name_one_subject(SbomFormat format)
    {
        var sbom = Samples.Read(Samples.Of(format));
        var check = ContentCheck.Run(new MemoryStream(Encoding.UTF8.GetBytes(Samples.Of(format))), null, new Expectation { Subject = "gateway", SubjectVersion = "2.4.1" });
        Assert.Equal(Outcome.Supports, check.Outcome);
        Assert.Equal(sbom.Listed, check.Count("components"));
        Assert.Equal(("gateway", "2.4.1"), (sbom.Subject?.Name, sbom.Subject?.Version));
    }
}
