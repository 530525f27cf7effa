using Marque.Language;

namespace Marque.Documents;

/// <summary>The component types of IEC 62443-4-2 in words.</summary>
internal static class ComponentTypes
{
    /// <summary>The words of a type, such as <c>network device</c>.</summary>
    public static string Title(Texts texts, string type) => texts.Title($"iec62443-4-2:type:{type}") ?? type.Replace('-', ' ');
}
