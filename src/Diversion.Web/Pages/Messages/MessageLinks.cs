namespace Diversion.Web.Pages.Messages;

internal static class MessageLinks
{
    public static string Retry(string agreement, string message) => $"/agreements/{agreement}/messages/{Uri.EscapeDataString(message)}";
}
