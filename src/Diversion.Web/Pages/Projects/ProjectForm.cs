using System.Globalization;
using Diversion.Casework.ProjectEntries;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Projects;
using Diversion.Domain.Reading;
using Diversion.Web.Forms;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Projects;

/// <summary>The entry of a project, as typed. A page has it as its property <c>Form</c>.</summary>
public sealed class ProjectForm
{
    private const string In = "Form.";

    public static IReadOnlyList<Choice> Purposes { get; } =
        [.. Enum.GetValues<ProjectPurpose>().Select(purpose => new Choice($"{purpose}", Labels.Sentence(ProjectWords.Of(purpose))))];

    public string? Name { get; set; }

    public string? Place { get; set; }

    public string? Area { get; set; }

    public string? Partner { get; set; }

    public string? Purpose { get; set; }

    public string? Work { get; set; }

    /// <summary>Id of somebody.</summary>
    public string? Supervisor { get; set; }

    public string? Capacity { get; set; }

    public string? Hours { get; set; }

    public TypedDate Starts { get; set; } = new();

    public TypedDate Ends { get; set; } = new();

    public string? Before { get; set; }

    public string? After { get; set; }

    public static ProjectForm Of(ProjectEntry entry) => new()
    {
        Name = entry.Name,
        Place = entry.Place,
        Area = entry.Area,
        Partner = entry.Partner,
        Purpose = $"{entry.Purpose}",
        Work = entry.Work,
        Supervisor = entry.Supervisor,
        Capacity = entry.Capacity?.ToString(CultureInfo.InvariantCulture),
        Hours = entry.Hours,
        Starts = entry.StartsOn is { } starts ? TypedDate.Of(starts) : new(),
        Ends = entry.EndsOn is { } ends ? TypedDate.Of(ends) : new(),
        Before = entry.Before,
        After = entry.After,
    };

    /// <param name="own">The only partner that the reader may choose; null for a lead.</param>
    public ProjectEntry Entry(FormReading read, string? own) => new(
        read.Text(In + nameof(Name), Name, "the name of the project"),
        read.Text(In + nameof(Place), Place, "the place"),
        read.Text(In + nameof(Area), Area, "the area"),
        own ?? read.Text(In + nameof(Partner), Partner, "the partner"),
        read.Choice<ProjectPurpose>(In + nameof(Purpose), Purpose, "what it is for"),
        read.Text(In + nameof(Work), Work, "the work", ProjectEntry.LongestProse))
    {
        Supervisor = read.OptionalText(In + nameof(Supervisor), Supervisor, "the supervisor"),
        Capacity = Characters.IsBlank(Capacity) ? null : read.Number(In + nameof(Capacity), Capacity, "the number of people", ProjectEntry.LeastCapacity, ProjectEntry.MostCapacity),
        Hours = read.OptionalText(In + nameof(Hours), Hours, "the days and times"),
        StartsOn = read.OptionalDate(In + nameof(Starts), Starts, "the first day"),
        EndsOn = read.OptionalDate(In + nameof(Ends), Ends, "the last day"),
        Before = read.OptionalText(In + nameof(Before), Before, "what it was like before", ProjectEntry.LongestProse),
        After = read.OptionalText(In + nameof(After), After, "what it is like now", ProjectEntry.LongestProse),
    };

    /// <summary>The field that a refusal is about: "entry.startsOn" is <c>Form.Starts</c>.</summary>
    public static string? FieldOf(string named) => named switch
    {
        "entry.startsOn" => In + nameof(Starts),
        "entry.endsOn" => In + nameof(Ends),
        _ => named.StartsWith("entry.", StringComparison.Ordinal) && named.Length > "entry.".Length
            ? $"{In}{char.ToUpperInvariant(named["entry.".Length])}{named[("entry.".Length + 1)..]}"
            : null,
    };
}

/// <summary>What the fields of a project choose from.</summary>
/// <param name="Own">The only partner that the reader may choose; null for a lead.</param>
public sealed record ProjectFields(ProjectForm Form, IReadOnlyList<Choice> Partners, IReadOnlyList<Choice> Supervisors, string? Own)
{
    public static ProjectFields For(ProjectForm form, Rulebook rulebook, Actor by)
    {
        var staff = rulebook.Programme.Staff;
        return new(
            form,
            [.. staff.Providers.Select(name => new Choice(name, name))],
            [
                .. (staff.Supervisors ?? [])
                    .Where(one => by.Organisation is not { } own || ReferenceText.Key(own) == ReferenceText.Key(one.Organisation))
                    .Select(one => new Choice(one.Person.Id, by.Organisation is null ? $"{one.Person.Name} ({one.Organisation})" : one.Person.Name)),
            ],
            by.Organisation);
    }
}
