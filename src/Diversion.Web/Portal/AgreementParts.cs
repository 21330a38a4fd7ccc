using Diversion.Casework.Links;
using Diversion.Casework.Record;

namespace Diversion.Web.Portal;

/// <summary>Which pages of an agreement a reader has, and where they are.</summary>
public static class AgreementParts
{
    public static string AddressOf(AgreementPart part, string reference) => part switch
    {
        AgreementPart.Appointments => Addresses.Appointments(reference),
        AgreementPart.Conditions => Addresses.Conditions(reference),
        AgreementPart.Contact => Addresses.Contact(reference),
        AgreementPart.Papers => Addresses.Documents(reference),
        AgreementPart.Timeline => Addresses.Timeline(reference),
        _ => Addresses.Agreement(reference),
    };

    /// <summary>Partners do not see the timeline.</summary>
    public static IEnumerable<AgreementPart> Of(AgreementView agreement) =>
        Enum.GetValues<AgreementPart>().Where(part => part != AgreementPart.Timeline || agreement.SeesTimeline);
}
