using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The person and the offence, on one page. Without a draft in the address it begins one, which is stored when it is first saved.</summary>
public sealed class DraftModel(EligibilityDryRun dryRun) : DraftPage
{
    [BindProperty]
    public PersonForm Person { get; set; } = new();

    [BindProperty]
    public OffenceForm Form { get; set; } = new();

    [BindProperty]
    public string? CustodyReference { get; set; }

    /// <summary>The charge-by date is computed as soon as the day and the class are typed.</summary>
    public ChargeByView? ChargeBy => ChargeByPreview.Of(Form, dryRun, By, Now);

    /// <summary>For a new one: those that were begun before.</summary>
    public IReadOnlyList<OpenDraft> Open { get; private set; } = [];

    public int? DaysKept => Drafts.DaysKept(Now);

    protected override bool MayBeNew => true;

    public override async Task<IActionResult> OnGetAsync()
    {
        if (DraftId.Length > 0)
        {
            return await base.OnGetAsync();
        }

        Name();
        if (await Load() is { } other)
        {
            return other;
        }

        // An offence of an earlier year is too old for most schemes; the day and the month have to be typed.
        Form.CommittedOn.Year = $"{WorkingCalendar.DateOf(Now).Year}";
        Open = await OpenDraft.Of(Drafts, By, Cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Name();
        if (await Form.Finder.LookUp(Form, this) is { } found)
        {
            Response.StatusCode = found;
            return await Load() ?? Page();
        }

        Person.Read(Read, Today, PersonAt);
        Form.Read(Read, Today);
        return await Keep(Put, null, $"{Tasks}/refer");
    }

    /// <summary>Whatever was typed, unread.</summary>
    public Task<IActionResult> OnPostLaterAsync()
    {
        Name();
        return Keep(Put, "Your answers were saved as a draft.", "/");
    }

    /// <summary>The charge-by date for what is typed so far, for a preview on the page.</summary>
    public IActionResult OnPostChargeBy() => Partial("_ChargeBy", ChargeBy);

    protected override void Begin()
    {
        Person = Typed.Person ?? new PersonForm();
        Form = Typed.Offence ?? new OffenceForm();
        CustodyReference = Typed.CustodyReference;
    }

    private void Put(TypedReferral draft)
    {
        draft.Person = Person;
        draft.Offence = Form;
        draft.CustodyReference = Read.OptionalReference(nameof(CustodyReference), CustodyReference, "the custody reference", 100);
    }

    /// <summary>A new draft is called by the key of its form, so that pressing twice starts one.</summary>
    private void Name()
    {
        if (DraftId.Length == 0)
        {
            FormKey = DraftId = Guid.TryParseExact(FormKey, "N", out _) ? FormKey! : Guid.NewGuid().ToString("N");
        }
    }
}
