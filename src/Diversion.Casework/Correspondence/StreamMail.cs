using System.Globalization;
using Diversion.Casework.Programmes;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Correspondence;

/// <summary>Mail to staff because of an event of a stream that is no agreement.</summary>
internal static class StreamMail
{
    /// <summary>To each of them who can be written to; who shares an address with another gets one mail.</summary>
    /// <param name="page">The address of the page that the mail leads to.</param>
    /// <param name="facts">Without the link.</param>
    public static IReadOnlyList<OutgoingMessage> To<TEvent>(
        StreamKind kind, RecordedEvent<TEvent> recorded, IEnumerable<StaffRef> staff, string template, Programme programme, string page, params IEnumerable<(string Name, string Value)> facts)
        where TEvent : class
    {
        var shared = facts.Append(("link", programme.LinkTo(page))).ToDictionary(fact => fact.Item1, fact => fact.Item2, StringComparer.Ordinal);
        return
        [
            .. staff.Where(Recipients.CanBeWrittenTo).DistinctBy(one => one.Email, StringComparer.OrdinalIgnoreCase).Select((one, place) => new OutgoingMessage.Mail(
                string.Create(CultureInfo.InvariantCulture, $"{kind.Name}-{recorded.Stream}.{recorded.Number}.{place + 1}"), one.Email!, one.Name, template, shared)),
        ];
    }
}
