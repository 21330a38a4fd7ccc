using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Complaints;

/// <summary>Records a complaint about how the case is dealt with.</summary>
public sealed class RecordModel : ActionPage
{
    public const int LongestText = 4000;

    public static readonly IReadOnlyList<Choice> Sources =
    [
        new(nameof(ComplaintFrom.Person), "The person"),
        new(nameof(ComplaintFrom.ForPerson), "Somebody for the person", "A solicitor or a relative. Give their name below."),
        new(nameof(ComplaintFrom.SomebodyElse), "Somebody else", "Give their name below."),
    ];

    public static readonly IReadOnlyList<Choice> Abouts = [.. Enum.GetValues<ComplaintAbout>().Select(about => new Choice($"{about}", Labels.Sentence(ComplaintWords.Of(about))))];

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? MadeAt { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? What { get; set; }

    public override string Command => CommandCatalogue.NameOf<ComplaintCommand.RecordComplaint>();

    public override string Button => "Record the complaint";

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
    [
        ("About the team manager", Example(ComplaintAbout.TeamManager)),
        ("About anything else", Example(ComplaintAbout.SomethingElse)),
    ];

    private ComplaintCommand.RecordComplaint Example(ComplaintAbout about) => new(ComplaintFrom.Person, AnsweredHow.InPerson, Now, about, "An example of a complaint.");

    public Task<IActionResult> OnPostAsync()
    {
        var from = Read.Choice<ComplaintFrom>(nameof(Source), Source, "who complains");
        var who = Read.OptionalText(nameof(Who), Who, "their name");
        var how = Read.Choice<AnsweredHow>(nameof(How), How, "how they said it");
        var day = Read.PastDate(nameof(Day), Day, "the day", Today);
        var time = Read.Time(nameof(MadeAt), MadeAt, "the time");
        var about = Read.Choice<ComplaintAbout>(nameof(About), About, "what it is about");
        var what = Read.Text(nameof(What), What, "what they complain of", LongestText);
        if (who is null && !string.IsNullOrEmpty(Source) && from != ComplaintFrom.Person)
        {
            Read.Fault(nameof(Who), "Enter the name of who complains");
        }

        var at = ReadMoment(nameof(MadeAt), day, time);
        return Run(
            () => new ComplaintCommand.RecordComplaint(from, how, at, about, what, who),
            "The complaint was recorded.",
            code => code switch
            {
                RefusalCode.DateInFuture or RefusalCode.DateTooOld => nameof(MadeAt),
                _ => null,
            });
    }

    protected override void Begin() => Day = TypedDate.Of(Today);
}
