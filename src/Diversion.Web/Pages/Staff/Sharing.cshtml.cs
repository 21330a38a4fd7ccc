using System.Globalization;
using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>What partner organisations are told, purpose by purpose: agreed, reviewed and ended by leads.</summary>
public sealed class SharingModel(StaffQuery query, StaffService staff) : StaffPage(query, staff)
{
    public static readonly IReadOnlyList<Choice> Purposes =
    [
        Of(SharingPurpose.ReferralReason, "The need, the service, the days of the referral, and how great the need was at the start."),
        Of(SharingPurpose.StaffRisks, "What those who meet the person have to be careful of."),
        Of(SharingPurpose.PreviousWork, "Pathways with others: with whom, since when, sessions, assessments. Health, drugs and alcohol, and sexual exploitation are left out."),
        Of(SharingPurpose.Progress, "Days of the agreement, how many conditions are kept, and how many sessions were attended."),
    ];

    public static readonly IReadOnlyList<Choice> Bases =
    [
        .. Enum.GetValues<SharingBasis>().Select(basis => new Choice(
            $"{basis}", Labels.Sentence(SharingWords.Of(basis)), basis == SharingBasis.Consent ? "Recorded on the person’s agreement, purpose by purpose. Nothing is shown before, and nothing after they withdraw." : null)),
    ];

    [BindProperty]
    public string? Organisation { get; set; }

    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public TypedDate Starts { get; set; } = new();

    [BindProperty]
    public TypedDate Review { get; set; } = new();

    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public TypedDate NextReview { get; set; } = new();

    public IReadOnlyList<SharingAgreement> Agreed => [.. Directory.Sharing.OrderBy(one => one.Organisation, StringComparer.CurrentCulture).ThenBy(one => one.Purpose)];

    public IReadOnlyList<Choice> AgreedChoices => [.. Agreed.Select(one => new Choice(one.Number.ToString(CultureInfo.InvariantCulture), $"{one.Organisation}: {SharingWords.Of(one.Purpose)}"))];

    public Task<IActionResult> OnPostAsync() => Change(
        () => new StaffCommand.AgreeSharing(
            Read.Text(nameof(Organisation), Organisation, "the organisation"),
            Read.Choice<SharingPurpose>(nameof(Purpose), Purpose, "what they are told"),
            Read.Choice<SharingBasis>(nameof(Basis), Basis, "the lawful basis"),
            Read.Date(nameof(Starts), Starts, "the first day"),
            Read.Date(nameof(Review), Review, "the day of the review"),
            Read.OptionalText(nameof(Kept), Kept, "where the paper is kept")),
        "The sharing agreement was recorded. Leads are told on the day of the review.",
        Addresses.Sharing,
        field => field switch { "organisation" => nameof(Organisation), "purpose" => nameof(Purpose), "basis" => nameof(Basis), "startsOn" => nameof(Starts), "reviewOn" => nameof(Review), "reference" => nameof(Kept), _ => null });

    public Task<IActionResult> OnPostReviewAsync() => Change(
        () =>
        {
            var number = int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) ? chosen : 0;
            if (number == 0)
            {
                Read.Fault(nameof(Number), FaultWording.Choose("the sharing agreement"));
            }

            var why = Read.Text(nameof(Outcome), Outcome, "what came of the review", 4_000);
            return Read.OptionalDate(nameof(NextReview), NextReview, "the day of the next review") is { } next
                ? new StaffCommand.ReviewSharing(number, next) { Reason = why }
                : new StaffCommand.EndSharing(number) { Reason = why };
        },
        "The review was recorded.",
        Addresses.Sharing,
        field => field switch { "nextReviewOn" => nameof(NextReview), "reason" => nameof(Outcome), _ => null });

    private static Choice Of(SharingPurpose purpose, string hint) => new($"{purpose}", Labels.Sentence(SharingWords.Of(purpose)), hint);
}
