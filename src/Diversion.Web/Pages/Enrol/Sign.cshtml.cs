using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The person signed: on which day, and who becomes the key worker.</summary>
public sealed class SignModel(Rulebook rulebook) : EnrolmentPage
{
    [BindProperty]
    public TypedDate SignedOn { get; set; } = new();

    [BindProperty]
    public string? KeyWorker { get; set; }

    [BindProperty]
    public List<string> Explained { get; set; } = [];

    /// <summary>One answer for all of it; none when the route demands no explanation.</summary>
    public IReadOnlyList<Choice> Explain => Agreement.Offer?.Explain is { Count: > 0 } explain
        ? [new("yes", "I explained this and the person signed for it", string.Join(" ", explain))]
        : [];

    public IReadOnlyList<Choice> KeyWorkers =>
        [.. rulebook.Programme.Staff.KeyWorkers.Select(one => new Choice(one.Id, one.Team is { } team ? $"{one.Name}, {team}" : one.Name))];

    public Task<IActionResult> OnPostAsync()
    {
        var on = Read.Date(nameof(SignedOn), SignedOn, "the day on the signed paper");
        var worker = rulebook.Programme.Staff.KeyWorker(KeyWorker);
        if (worker is null)
        {
            Read.Fault(nameof(KeyWorker), FaultWording.Choose("the key worker"));
        }

        return Run(
            () => new OfferCommand.SignAgreement(on, worker!) { Explained = Explained.Contains("yes") },
            "The agreement was signed and is active. The key worker gets an email.",
            null,
            code => code switch
            {
                RefusalCode.DateInFuture or RefusalCode.DateTooOld => nameof(SignedOn),
                RefusalCode.ExplanationMissing => nameof(Explained),
                _ => null,
            });
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        rulebook.Programme.Staff.KeyWorkers.Count == 0 ? [] : [(null, new OfferCommand.SignAgreement(Today, rulebook.Programme.Staff.KeyWorkers[0]) { Explained = true, DuplicateReason = Example })];

    protected override ValueTask<IActionResult?> Prepare() => Opens<OfferCommand.SignAgreement>();

    protected override void Begin() => SignedOn = TypedDate.Of(WorkingCalendar.DateOf(Now));
}
