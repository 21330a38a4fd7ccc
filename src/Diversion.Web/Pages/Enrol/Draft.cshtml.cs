using Diversion.Casework.Eligibility;
using Diversion.Casework.Record;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The tasks before a case is referred.</summary>
public sealed class DraftModel(EligibilityDryRun dryRun) : DraftPage
{
    public bool PersonIsWhole => IsWhole(read => Typed.Person?.Read(read, Today));

    public bool OffenceIsWhole => IsWhole(read => Typed.Offence?.Read(read, Today));

    public bool MayRefer => PersonIsWhole && OffenceIsWhole;

    public ChargeByView? ChargeBy => Typed.Offence is { } typed ? ChargeByPreview.Of(typed, dryRun, By, Now) : null;

    public Label Of(bool begun, bool whole) => whole ? EnrolmentLabels.Done : begun ? EnrolmentLabels.Partly : EnrolmentLabels.ToDo;

    private static bool IsWhole(Func<FormReading, object?> read)
    {
        var faults = new ModelStateDictionary();
        return read(new FormReading(faults)) is not null && faults.IsValid;
    }
}
