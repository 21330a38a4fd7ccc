using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>What has to be known to meet the person: at any time of a case.</summary>
public sealed class RecordCircumstancesModel : EnrolmentPage
{
    private const int LongestProse = 2_000;

    [BindProperty]
    public CircumstancesForm Form { get; set; } = new();

    public Task<IActionResult> OnPostAsync()
    {
        const string In = nameof(Form) + ".";
        var circumstances = new Circumstances(
            Read.OptionalText(In + nameof(Form.Language), Form.Language, "the language"),
            Read.OptionalYesNo(In + nameof(Form.Interpreter), Form.Interpreter, "whether they need an interpreter"),
            Read.OptionalText(In + nameof(Form.Adjustments), Form.Adjustments, "the adjustments", LongestProse),
            Read.OptionalText(In + nameof(Form.Literacy), Form.Literacy, "the help", LongestProse),
            Read.OptionalText(In + nameof(Form.AppropriateAdult), Form.AppropriateAdult, "the name"),
            Read.OptionalText(In + nameof(Form.Vulnerability), Form.Vulnerability, "the vulnerability", LongestProse),
            Read.OptionalText(In + nameof(Form.Caring), Form.Caring, "the duties", LongestProse),
            Read.OptionalText(In + nameof(Form.BestTime), Form.BestTime, "the time"),
            Read.OptionalText(In + nameof(Form.EmergencyContact), Form.EmergencyContact, "whom to tell"),
            Read.OptionalTelephone(In + nameof(Form.EmergencyPhone), Form.EmergencyPhone, "the telephone number"),
            Read.OptionalText(In + nameof(Form.MeetAt), Form.MeetAt, "the place"),
            Read.OptionalText(In + nameof(Form.WordsToAvoid), Form.WordsToAvoid, "the words"));
        return Run(
            () => new ReferralCommand.RecordCircumstances(circumstances),
            "How to meet the person was saved.",
            Diversion.Casework.Links.Addresses.Agreement(Reference),
            code => code == RefusalCode.TelephoneInvalid ? In + nameof(Form.EmergencyPhone) : null);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordCircumstances>();

    protected override void Begin() => Form = CircumstancesForm.Of(Agreement.Circumstances ?? Circumstances.None);
}

/// <summary>What has to be known to meet the person, as typed.</summary>
public sealed class CircumstancesForm
{
    public string? Language { get; set; }

    public string? Interpreter { get; set; }

    public string? Adjustments { get; set; }

    public string? Literacy { get; set; }

    public string? AppropriateAdult { get; set; }

    public string? Vulnerability { get; set; }

    public string? Caring { get; set; }

    public string? BestTime { get; set; }

    public string? EmergencyContact { get; set; }

    public string? EmergencyPhone { get; set; }

    public string? MeetAt { get; set; }

    public string? WordsToAvoid { get; set; }

    internal static CircumstancesForm Of(Circumstances known) => new()
    {
        Language = known.Language,
        Interpreter = FormReading.Chosen(known.Interpreter),
        Adjustments = known.Adjustments,
        Literacy = known.Literacy,
        AppropriateAdult = known.AppropriateAdult,
        Vulnerability = known.Vulnerability,
        Caring = known.Caring,
        BestTime = known.BestTime,
        EmergencyContact = known.EmergencyContact,
        EmergencyPhone = known.EmergencyPhone,
        MeetAt = known.MeetAt,
        WordsToAvoid = known.WordsToAvoid,
    };
}
