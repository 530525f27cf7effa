using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>The level of a SARIF result (section 3.27.10), in rising order.</summary>
internal enum SarifLevel
{
    None,
    Note,
    Warning,
    Error,
}

/// <summary>Words of <see cref="SarifLevel"/>.</summary>
internal static class SarifLevels
{
    /// <summary>Behind a field's name: the level; null when it is none of the four words.</summary>
    public static SarifLevel? Read(ref JsonScan json)
    {
        json.Read();
        if (json.Token != JsonTokenType.String)
        {
            json.Leave();
            return null;
        }

        return json.Is("error"u8) ? SarifLevel.Error : json.Is("warning"u8) ? SarifLevel.Warning : json.Is("note"u8) ? SarifLevel.Note : json.Is("none"u8) ? SarifLevel.None : null;
    }

    /// <summary>The level of an expectation's word; warning when absent or unknown.</summary>
    public static SarifLevel Of(string? word) => word switch
    {
        "none" => SarifLevel.None,
        "note" => SarifLevel.Note,
        "error" => SarifLevel.Error,
        _ => SarifLevel.Warning,
    };
}
