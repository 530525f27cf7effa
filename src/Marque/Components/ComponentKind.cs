namespace Marque.Components;

/// <summary>What a component is: the component types of CycloneDX 1.7 and the package purposes of SPDX.</summary>
public enum ComponentKind : byte
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>Said in a word that neither format defines.</summary>
    Other,

    /// <summary>A program.</summary>
    Application,

    /// <summary>A framework.</summary>
    Framework,

    /// <summary>A library.</summary>
    Library,

    /// <summary>A container image.</summary>
    Container,

    /// <summary>A run-time environment.</summary>
    Platform,

    /// <summary>An operating system.</summary>
    OperatingSystem,

    /// <summary>A hardware device.</summary>
    Device,

    /// <summary>Software that drives a device.</summary>
    DeviceDriver,

    /// <summary>Firmware.</summary>
    Firmware,

    /// <summary>A file.</summary>
    File,

    /// <summary>A machine learning model.</summary>
    MachineLearningModel,

    /// <summary>Data.</summary>
    Data,

    /// <summary>A cryptographic asset.</summary>
    CryptographicAsset,

    /// <summary>Source code (SPDX).</summary>
    Source,

    /// <summary>An archive (SPDX).</summary>
    Archive,

    /// <summary>An installer (SPDX).</summary>
    Install,
}

/// <summary>Whether a component is needed (CycloneDX, component scope).</summary>
public enum ComponentScope : byte
{
    /// <summary>Not said; CycloneDX takes it as required.</summary>
    Unspecified,

    /// <summary>Needed at run time.</summary>
    Required,

    /// <summary>Not needed for the product to run.</summary>
    Optional,

    /// <summary>Not part of what is delivered (tests, documentation).</summary>
    Excluded,
}
