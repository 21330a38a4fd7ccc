namespace Diversion.Casework.Calendars;

/// <param name="Worker">Id.</param>
/// <param name="Entries">Earliest first.</param>
public sealed record WorkerCalendar(string Worker, string Name, IReadOnlyList<CalendarEntry> Entries);
