using System.Globalization;
using Marque.Language;
using NodaTime;

namespace Marque.Documents;

/// <summary>Months as people read them.</summary>
internal static class UserMonth
{
    /// <summary>Month and year in words, Article 13(19).</summary>
    public static string Of(Texts texts, YearMonth month) =>
        texts.Of("month.year", ("month", texts[string.Create(CultureInfo.InvariantCulture, $"month.{month.Month}")]), ("year", month.Year.ToString(CultureInfo.InvariantCulture)));
}
