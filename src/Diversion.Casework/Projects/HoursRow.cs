namespace Diversion.Casework.Projects;

/// <summary>Credited work of one case in one month at one project. It names nobody.</summary>
/// <param name="Month"><c>2026-03</c>: of the days on which the sessions were.</param>
/// <param name="Project">Its name on the day of the placement.</param>
/// <param name="ProjectId">Null for work that the directory does not have.</param>
/// <param name="Counts">"yes" when the project was marked as one for community safety or the environment.</param>
public sealed record HoursRow(string Month, string Project, int Minutes, string? ProjectId = null, string? Counts = null);
