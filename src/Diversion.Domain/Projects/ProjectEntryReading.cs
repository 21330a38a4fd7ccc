using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Projects;

/// <summary>An entry as it is kept, or what is wrong with it. Partners fill it in: every text is hostile until it was read here.</summary>
public static class ProjectEntryReading
{
    public static (ProjectEntry Entry, Refusal? Fault) Read(ProjectEntry? given, StaffDirectory staff)
    {
        if (given is null)
        {
            return (null!, new Refusal.Invalid(RefusalCode.TextMissing, "Give the entry of the project."));
        }

        var texts = new TextInspection();
        texts.Line("entry.name", given.Name, required: true);
        texts.Line("entry.place", given.Place, required: true);
        texts.Line("entry.area", given.Area, required: true);
        texts.Line("entry.partner", given.Partner, required: true);
        texts.Prose("entry.work", given.Work, required: true);
        texts.Line("entry.supervisor", given.Supervisor);
        texts.Line("entry.hours", given.Hours);
        texts.Prose("entry.before", given.Before);
        texts.Prose("entry.after", given.After);
        return (texts.Fault ?? Ranges(given) ?? staff.UnlistedProvider("entry.partner", given.Partner) ?? Unsupervised(given, staff)) is { } fault
            ? (given, fault)
            : (Kept(given, staff), null);
    }

    private static Refusal? Ranges(ProjectEntry given) => given switch
    {
        { Purpose: var purpose } when !Enum.IsDefined(purpose) => Faulty("purpose", "A project is for community safety, for the environment, or for something else."),
        { Capacity: < ProjectEntry.LeastCapacity or > ProjectEntry.MostCapacity } => Faulty("capacity", $"{ProjectEntry.LeastCapacity} to {ProjectEntry.MostCapacity} people work in a session."),
        _ when !IsPlausible(given.StartsOn) => Faulty("startsOn", "The dates are between 2000 and 2099."),
        _ when !IsPlausible(given.EndsOn) => Faulty("endsOn", "The dates are between 2000 and 2099."),
        _ when given.EndsOn < given.StartsOn => Faulty("endsOn", "The last day is not before the first."),
        _ => new (string Field, string? Text)[] { ("work", given.Work), ("before", given.Before), ("after", given.After) }
            .Where(one => one.Text?.Length > ProjectEntry.LongestProse)
            .Select(one => Faulty(one.Field, $"At most {ProjectEntry.LongestProse} characters are kept. Shorten it."))
            .FirstOrDefault(),
    };

    /// <summary>Only somebody of the partner who has the role is let into the register of its sessions.</summary>
    private static Refusal.Invalid? Unsupervised(ProjectEntry given, StaffDirectory staff) =>
        LineOrNull(given.Supervisor) is not { } id || staff.Supervisor(id) is { } found && ReferenceText.Key(found.Organisation) == ReferenceText.Key(given.Partner)
            ? null
            : Faulty("supervisor", "A supervisor is somebody of the partner with the role of a supervisor. Choose one, or leave it out until a lead has added them to the staff directory.");

    private static bool IsPlausible(LocalDate? day) => day is null or { Year: >= 2000 and <= 2099 };

    private static ProjectEntry Kept(ProjectEntry given, StaffDirectory staff) => given with
    {
        Name = LineOrNull(given.Name)!,
        Place = LineOrNull(given.Place)!,
        Area = LineOrNull(given.Area)!,
        Partner = staff.Provider(given.Partner)!,
        Work = PlainText.Clean(given.Work, lines: true),
        Supervisor = LineOrNull(given.Supervisor) is { } id ? staff.Supervisor(id)!.Person.Id : null,
        Hours = LineOrNull(given.Hours),
        Before = ProseOrNull(given.Before),
        After = ProseOrNull(given.After),
    };

    private static string? LineOrNull(string? text) => text is null || PlainText.Clean(text, lines: false) is not { Length: > 0 } line ? null : line;

    private static string? ProseOrNull(string? text) => text is null || PlainText.Clean(text, lines: true) is not { Length: > 0 } prose ? null : prose;

    private static Refusal.Invalid Faulty(string field, string why) => new(RefusalCode.ProjectFaulty, why) { Field = $"entry.{field}" };
}
