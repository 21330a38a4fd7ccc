using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Complaints;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Complaints;

/// <summary>Records what whoever complained was answered.</summary>
public sealed class AnswerModel : ActionPage
{
    public const int LongestText = 4000;

    [BindProperty]
    public string? Result { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? ToldAt { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    public override string Command => CommandCatalogue.NameOf<ComplaintCommand.AnswerComplaint>();

    public override string Button => "Record the answer";

    public Complaint? Complaint => Agreement.Complaints?.FirstOrDefault(complaint => complaint.Number == Number);

    private int? Number => int.TryParse(Condition, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        [(null, new ComplaintCommand.AnswerComplaint(Number ?? 0, ComplaintResult.NotUpheld, ToldHow.InPerson, Now, "An example of an answer."))];

    public Task<IActionResult> OnPostAsync()
    {
        var result = Read.Choice<ComplaintResult>(nameof(Result), Result, "the result");
        var how = Read.Choice<ToldHow>(nameof(How), How, "how you told them");
        var day = Read.PastDate(nameof(Day), Day, "the day", Today);
        var time = Read.Time(nameof(ToldAt), ToldAt, "the time");
        var said = Read.Text(nameof(Said), Said, "what you told them", LongestText);
        var at = ReadMoment(nameof(ToldAt), day, time);
        return Run(
            () => new ComplaintCommand.AnswerComplaint(Number ?? 0, result, how, at, said),
            "The answer to the complaint was recorded.",
            static code => code is RefusalCode.DateInFuture or RefusalCode.ToldBeforeNews ? nameof(ToldAt) : null);
    }

    protected override void Begin() => Day = TypedDate.Of(Today);
}
