namespace Diversion.Casework.Calendars;

/// <summary>A condition for which a worker holds meetings or sessions.</summary>
/// <param name="Name">Of the person.</param>
/// <param name="What">"meeting", or which session.</param>
public sealed record Bookable(string Agreement, string Name, string Condition, string What);
