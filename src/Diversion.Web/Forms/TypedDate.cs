namespace Diversion.Web.Forms;

/// <summary>A date as it is typed: three texts. Bind it as a property; <see cref="FormReading.Date"/> reads it.</summary>
public sealed class TypedDate
{
    public string? Day { get; set; }

    public string? Month { get; set; }

    public string? Year { get; set; }

    public bool IsTyped => new[] { Day, Month, Year }.Any(part => !string.IsNullOrWhiteSpace(part));

    public static TypedDate Of(NodaTime.LocalDate? date) =>
        date is { } day ? new TypedDate { Day = $"{day.Day}", Month = $"{day.Month}", Year = $"{day.Year}" } : new TypedDate();
}
