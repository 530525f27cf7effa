namespace Marque.Components;

/// <summary>What a reference stands for.</summary>
internal enum ElementKind : byte
{
    /// <summary>Nothing in the file has it.</summary>
    None,

    /// <summary>A component.</summary>
    Component,

    /// <summary>A service.</summary>
    Service,

    /// <summary>Something else: a file, a snippet, the document, an agent.</summary>
    Other,
}

/// <summary>What a reference stands for, and which.</summary>
internal readonly record struct Element(ElementKind Kind, int Index);
