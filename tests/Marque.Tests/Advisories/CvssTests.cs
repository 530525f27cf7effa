using System.Globalization;
using Marque.Advisories.Cvss;

namespace Marque.Tests.Advisories;

/// <summary>CVSS vectors: strict reading, and the worked examples of the specifications.</summary>
public sealed class CvssTests
{
    // A Complete Guide to CVSS 2.0, section 3.3.1: CVE-2002-0392, all three scores.
    [Fact]
    public void The_guide_s_example_of_version_2_comes_out_with_all_its_scores()
    {
        var vector = Read("AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H");
        Assert.Equal((7.8m, 6.4m, 9.2m), (vector.Base, vector.Temporal, vector.Environmental));
        Assert.Equal((9.2m, CvssSeverity.High), (vector.Score, vector.Severity));
    }

    [Theory]
    // Guide to version 2, sections 3.3.2 and 3.3.3.
    [InlineData("AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C", "10.0", "8.3")]
    [InlineData("AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C", "6.2", "4.9")]
    // Examples of version 3.0 and 3.1.
    [InlineData("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "7.5", "7.5")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", "10.0", "10.0")]
    [InlineData("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", "3.1", "3.1")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", "6.1", "6.1")]
    [InlineData("CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N/E:H", "0.0", "0.0")]
    public void Worked_examples_come_out(string text, string basic, string score)
    {
        var vector = Read(text);
        Assert.Equal((Number(basic), Number(score)), (vector.Base, vector.Score));
    }

    // Where the two versions part.
    [Fact]
    public void Versions_3_0_and_3_1_differ_in_the_modified_impact_of_a_changed_scope()
    {
        const string metrics = "AV:P/AC:H/PR:L/UI:R/S:C/C:L/I:H/A:H/CR:H/IR:H/AR:H/MS:C/MC:H/MI:H/MA:H";
        // MISS is capped at 0.915: 7.52 (0.915 - 0.029) - 3.25 (0.915 - 0.02)^15 = 6.0473 against … - 3.25 (0.915 x 0.9731 - 0.02)^13 = 6.1280;
        // exploitability 8.22 x 0.2 x 0.44 x 0.68 x 0.62 = 0.3050; times 1.08: 6.8604 and 6.9476.
        Assert.Equal(6.9m, Read("CVSS:3.0/" + metrics).Environmental);
        Assert.Equal(7.0m, Read("CVSS:3.1/" + metrics).Environmental);
    }

    // Specification of 4.0 and its examples.
    [Theory]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", "10.0", CvssSeverity.Critical)]
    [InlineData("CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "7.3", CvssSeverity.High)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N", "8.8", CvssSeverity.High)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "7.7", CvssSeverity.High)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", "0.0", CvssSeverity.None)]
    public void Scores_of_version_4_come_out(string text, string score, CvssSeverity severity)
    {
        var vector = Read(text);
        Assert.Equal((Number(score), severity), (vector.Score, vector.Severity));
        Assert.Equal((vector.Base, null, null), (vector.Score, vector.Temporal, vector.Environmental));
    }

    [Fact]
    public void Threat_and_environment_of_version_4_are_scored_apart()
    {
        const string basic = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
        // MacroVectors 000200, 000220 (E:U) and, with a subsequent system at risk of safety, 000020.
        var vector = Read(basic + "/E:U/MSI:S");
        Assert.Equal(9.3m, vector.Base);
        Assert.Equal(8.1m, vector.Temporal);
        Assert.True(vector.Environmental > vector.Temporal);
        Assert.Equal(vector.Environmental, vector.Score);
        Assert.Equal(9.3m, Read(basic + "/E:X/CR:X/MAV:X/S:P/AU:Y/R:I/V:C/RE:H/U:Clear").Score);
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData("CVSS:2.0/AV:N", "no version")]
    [InlineData("CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "no version")]
    [InlineData("CVSS:3.1", "no version")]
    [InlineData("CVSS:3.1/", "missing")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", "A is missing")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/", "missing")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H//E:H", "missing")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AV:N", "AV stands twice")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Z", "no value of the metric A")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/XX:H", "\"XX\" is no metric")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E", "no metric with a value")]
    [InlineData("cvss:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "no metric")]
    [InlineData("CVSS:3.1/AV:n/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "no value")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X", "no value")]
    [InlineData(" CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "no metric")]
    [InlineData("AV:N/AC:L/Au:N/C:C/I:C/A:C/E:X", "no value of the metric E")]
    [InlineData("AV:N/AC:L/Au:N/C:C/I:C", "A is missing")]
    [InlineData("(AV:N/AC:L/Au:N/C:C/I:C/A:C)", "no metric")]
    [InlineData("CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", "order is fixed")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:S/SA:H", "no value of the metric SI")]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/MSC:S", "no value of the metric MSC")]
    public void What_is_no_vector_is_refused_with_the_reason(string text, string reason)
    {
        Assert.False(CvssVector.TryParse(text, out var vector, out var problem));
        Assert.Null(vector);
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CvssVersion.V31, "0.0", CvssSeverity.None)]
    [InlineData(CvssVersion.V31, "0.1", CvssSeverity.Low)]
    [InlineData(CvssVersion.V31, "3.9", CvssSeverity.Low)]
    [InlineData(CvssVersion.V31, "4.0", CvssSeverity.Medium)]
    [InlineData(CvssVersion.V40, "6.9", CvssSeverity.Medium)]
    [InlineData(CvssVersion.V40, "7.0", CvssSeverity.High)]
    [InlineData(CvssVersion.V30, "8.9", CvssSeverity.High)]
    [InlineData(CvssVersion.V30, "9.0", CvssSeverity.Critical)]
    // The NVD's ratings of version 2.
    [InlineData(CvssVersion.V20, "0.0", CvssSeverity.Low)]
    [InlineData(CvssVersion.V20, "3.9", CvssSeverity.Low)]
    [InlineData(CvssVersion.V20, "4.0", CvssSeverity.Medium)]
    [InlineData(CvssVersion.V20, "10.0", CvssSeverity.High)]
    public void Severities_begin_where_the_scales_say(CvssVersion version, string score, CvssSeverity severity) => Assert.Equal(severity, CvssVector.Rate(version, Number(score)));

    // A score is monotone in every metric of the base.
    [Fact]
    public void Raising_one_metric_never_lowers_a_score()
    {
        string[][] ladders = [["AV:P", "AV:L", "AV:A", "AV:N"], ["AC:H", "AC:L"], ["PR:H", "PR:L", "PR:N"], ["UI:R", "UI:N"], ["C:N", "C:L", "C:H"], ["I:N", "I:L", "I:H"], ["A:N", "A:L", "A:H"]];
        foreach (var scope in (string[])["S:U", "S:C"])
        {
            foreach (var (ladder, at) in ladders.Select((l, i) => (l, i)))
            {
                var last = -1m;
                foreach (var step in ladder)
                {
                    var score = Read("CVSS:3.1/" + string.Join('/', ladders.Select((l, i) => i == at ? step : l[^1]).Append(scope))).Base;
                    Assert.True(score >= last, step);
                    last = score;
                }
            }
        }
    }

    private static CvssVector Read(string text)
    {
        Assert.True(CvssVector.TryParse(text, out var vector, out var problem), problem);
        return vector;
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
