using System.Text.Json;
using Diversion.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Domain.Tests.Time;

/// <summary>The calendar of the repository's bank holiday file, read without the checks of Casework.</summary>
internal static class ShippedCalendar
{
    public static IReadOnlyDictionary<LocalDate, string> Holidays { get; } = Read();

    public static WorkingCalendar Calendar { get; } =
        new(Holidays, new LocalDate(2024, 1, 1), new LocalDate(2028, 12, 31));

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Dictionary<LocalDate, string> Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "schemes", "bank-holidays.england-and-wales.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.GetProperty("holidays").EnumerateArray().ToDictionary(
            holiday => Date(holiday.GetProperty("date").GetString()!),
            holiday => holiday.GetProperty("name").GetString()!);
    }
}
