using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Keeping;

namespace Diversion.Casework.Texts;

/// <summary>Keeping and erasing as text.</summary>
public static class KeepingWords
{
    public static string Of(HoldCause cause) => cause switch
    {
        HoldCause.LegalProceedings => "legal proceedings",
        HoldCause.Complaint => "a complaint",
        HoldCause.Inquiry => "an inquiry",
        HoldCause.PersonAsked => "the person’s wish",
        _ => "another reason",
    };

    public static string Of(ErasureGround ground) => ground switch
    {
        ErasureGround.RetentionOver => "retention period over",
        ErasureGround.PersonAsked => "the person asked for it",
        ErasureGround.Ordered => "ordered by a court or the Information Commissioner",
        _ => "recorded by mistake",
    };

    internal static string Of(KeepingEvent happened) => happened switch
    {
        KeepingEvent.HoldPlaced e => $"Hold {e.Number} was placed on the record: {Of(e.Cause)}.",
        KeepingEvent.HoldLifted e => $"Hold {e.Number} on the record was lifted.",
        KeepingEvent.KeptLonger e => $"The record is kept until {Words.Date(e.Until)}, and reviewed again then.",
        KeepingEvent.ErasureOrdered e => $"The erasure of the record was ordered: {Of(e.Ground)}.",
        KeepingEvent.RecordErased => "The record was erased. It names nobody any more.",
        _ => throw Wording.Missing(happened),
    };
}
