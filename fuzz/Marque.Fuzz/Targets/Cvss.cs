using System.Text;
using Marque.Advisories.Cvss;

namespace Marque.Fuzz.Targets;

/// <summary>Whatever reads as a CVSS vector has scores on the scale, each with one decimal.</summary>
internal static class Cvss
{
    public static IEnumerable<string> Seeds =>
    [
        "AV:A/AC:H/Au:S/C:N/I:P/A:P/E:POC/RL:OF/RC:C/CDP:LM/TD:M/CR:M/IR:L/AR:L", "AV:N/AC:L/Au:N/C:C/I:C/A:C", "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:N/E:H/RL:O/RC:C/CR:H/IR:H/AR:H/MAV:N/MAC:L/MPR:L/MUI:N/MS:C/MC:H/MI:H/MA:H",
        "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:L/I:N/A:N/MC:L", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:H/VA:L/SC:N/SI:H/SA:L/E:P/CR:L/MAV:A/MSI:S/S:P/U:Amber",
    ];

    public static void Run(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!CvssVector.TryParse(text, out var vector, out var problem))
        {
            if (string.IsNullOrEmpty(problem)) throw new InvalidOperationException("refused without a reason");
            return;
        }

        foreach (var score in (decimal[])[vector.Base, vector.Temporal ?? 0, vector.Environmental ?? 0, vector.Score])
        {
            if (score is < 0 or > 10 || (score * 10) % 1 != 0) throw new InvalidOperationException($"{text}: {score}");
        }
    }
}
