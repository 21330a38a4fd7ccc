using Microsoft.Extensions.Logging;

namespace Diversion.Web.SignIn;

/// <summary>No line names anybody.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(EventId = 5801, Level = LogLevel.Warning, Message = "A sign-in at the identity provider failed ({Kind}).")]
    public static partial void SignInFailed(this ILogger log, string kind);

    [LoggerMessage(EventId = 5802, Level = LogLevel.Warning, Message = "A logout token was refused ({Kind}).")]
    public static partial void LogoutRefused(this ILogger log, string kind);

    [LoggerMessage(EventId = 5803, Level = LogLevel.Information, Message = "The identity provider ended a session.")]
    public static partial void SessionEnded(this ILogger log);
}
