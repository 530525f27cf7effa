using System.Text;

namespace Marque.Components.Reading;

/// <summary>Words for what a component is.</summary>
internal static class Kinds
{
    /// <summary>A component type of CycloneDX.</summary>
    public static ComponentKind CycloneDx(ReadOnlySpan<byte> word)
    {
        if (word.SequenceEqual("library"u8)) return ComponentKind.Library;
        return Encoding.UTF8.GetString(word) switch
        {
            "application" => ComponentKind.Application,
            "framework" => ComponentKind.Framework,
            "container" => ComponentKind.Container,
            "platform" => ComponentKind.Platform,
            "operating-system" => ComponentKind.OperatingSystem,
            "device" => ComponentKind.Device,
            "device-driver" => ComponentKind.DeviceDriver,
            "firmware" => ComponentKind.Firmware,
            "file" => ComponentKind.File,
            "machine-learning-model" => ComponentKind.MachineLearningModel,
            "data" => ComponentKind.Data,
            "cryptographic-asset" => ComponentKind.CryptographicAsset,
            "" => ComponentKind.Unspecified,
            _ => ComponentKind.Other,
        };
    }

    /// <summary>A component scope of CycloneDX.</summary>
    public static ComponentScope Scope(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("required"u8) ? ComponentScope.Required : word.SequenceEqual("optional"u8) ? ComponentScope.Optional : word.SequenceEqual("excluded"u8) ? ComponentScope.Excluded : ComponentScope.Unspecified;

    /// <summary>A package purpose of SPDX 2.3 (<c>OPERATING-SYSTEM</c>) or 3.0 (<c>operatingSystem</c>).</summary>
    public static ComponentKind Spdx(ReadOnlySpan<byte> word) => Encoding.UTF8.GetString(word).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "LIBRARY" => ComponentKind.Library,
        "APPLICATION" or "EXECUTABLE" => ComponentKind.Application,
        "FRAMEWORK" => ComponentKind.Framework,
        "CONTAINER" => ComponentKind.Container,
        "PLATFORM" => ComponentKind.Platform,
        "OPERATINGSYSTEM" => ComponentKind.OperatingSystem,
        "DEVICE" => ComponentKind.Device,
        "DEVICEDRIVER" => ComponentKind.DeviceDriver,
        "FIRMWARE" => ComponentKind.Firmware,
        "FILE" => ComponentKind.File,
        "MODEL" => ComponentKind.MachineLearningModel,
        "DATA" => ComponentKind.Data,
        "SOURCE" => ComponentKind.Source,
        "ARCHIVE" => ComponentKind.Archive,
        "INSTALL" => ComponentKind.Install,
        "" => ComponentKind.Unspecified,
        _ => ComponentKind.Other,
    };
}
