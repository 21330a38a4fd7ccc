using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.ProjectEntries;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Reading;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Web.Pages.Projects;

/// <summary>The register of a session, filled in on a phone: one form, one press. Without a signal the script keeps what was marked.</summary>
public sealed class RegisterModel(SessionRegister register) : PortalPage
{
    private const string Yes = "yes";
    private const string No = "no";
    private const int MinutesOfADay = 24 * 60;

    public static IReadOnlyList<Choice> CameChoices { get; } = [new(Yes, "Came"), new(No, "Did not come")];

    public static IReadOnlyList<Choice> Grades { get; } = [.. Enum.GetValues<SessionGrade>().Select(grade => new Choice($"{grade}", Labels.Sentence(Words.Of(grade))))];

    [FromRoute(Name = "project")]
    public string Project { get; set; } = "";

    [FromRoute(Name = "day")]
    public string Day { get; set; } = "";

    /// <summary>Those whose outcome is not recorded, in the order of <see cref="Waiting"/>.</summary>
    [BindProperty]
    public List<MarkedPerson> People { get; set; } = [];

    public RegisterView Shown { get; private set; } = null!;

    public IReadOnlyList<RegisterLine> Waiting => [.. Shown.People.Where(one => one.Waits)];

    public IReadOnlyList<RegisterLine> Recorded => [.. Shown.People.Where(one => !one.Waits)];

    public string BackTo => AccessPolicy.SupervisesSessions(By) ? Addresses.Home : Addresses.Project(Shown.Project);

    public static string DayInAddress(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public async Task<IActionResult> OnGetAsync() => await Load([]) ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = People;
        if (await Load(sent) is { } other)
        {
            return other;
        }

        var marks = new List<SessionMark>();
        foreach (var (place, typed) in People.Index().Where(one => one.Item.Came is Yes or No))
        {
            marks.Add(new SessionMark(
                typed.Key!,
                typed.Came == Yes,
                Characters.IsBlank(typed.Minutes) ? null : Read.Number($"People[{place}].Minutes", typed.Minutes, "the minutes", 1, MinutesOfADay),
                string.IsNullOrEmpty(typed.Grade) ? null : Read.Choice<SessionGrade>($"People[{place}].Grade", typed.Grade, "a grade")));
        }

        // Sent again after a lost answer: what is recorded by then is asked of nobody any more.
        if (ModelState.IsValid && marks.Count == 0 && Waiting.Count > 0 && sent.TrueForAll(one => string.IsNullOrEmpty(one.Came) || People.Exists(left => left.Key == one.Key)))
        {
            Read.Fault("People[0].Came", "Mark at least one person, or come back when you know who came");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        switch (await register.Mark(Project, Shown.Day, marks, By, Now, Cancellation))
        {
            case Reply<IReadOnlyDictionary<string, Refusal>>.Given { Value.Count: 0 }:
                Say("The register was recorded.");
                return LocalRedirect(Addresses.SessionRegister(Project, Shown.Day));
            case Reply<IReadOnlyDictionary<string, Refusal>>.Given { Value: var refused }:
                return await Again(refused);
            case Reply<IReadOnlyDictionary<string, Refusal>>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }

    /// <summary>The page with those who are left, and why.</summary>
    private async Task<IActionResult> Again(IReadOnlyDictionary<string, Refusal> refused)
    {
        if (await Load(People) is { } other)
        {
            return other;
        }

        foreach (var (key, refusal) in refused)
        {
            var place = People.FindIndex(one => one.Key == key);
            ModelState.AddModelError(place < 0 ? "" : $"People[{place}].Came", RefusalWording.Of(refusal));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>The register as it is now, with what was typed for those who still wait.</summary>
    private async Task<IActionResult?> Load(List<MarkedPerson> typed)
    {
        if (LocalDatePattern.Iso.Parse(Day) is not { Success: true, Value: var day } || day.Year is < 2000 or > 2099)
        {
            return AccessPolicy.MayOpenRegisters(By) ? NotFound() : NotForRole();
        }

        switch (await register.Of(Project, day, By, Cancellation))
        {
            case Reply<RegisterView>.Given { Value: var shown }:
                Shown = shown;
                ModelState.Clear();
                People = [.. Waiting.Select(line => typed.Find(one => one.Key == line.Key) ?? new MarkedPerson { Key = line.Key })];
                return null;
            case Reply<RegisterView>.Refused { Refusal: var refusal }:
                return Refuse(refusal);
            default:
                throw new InvalidOperationException("A reply is given or refused.");
        }
    }
}
