using System.Net;

namespace Diversion.Delivery.Texts;

/// <summary>GOV.UK Notify answered that it did not do what it was asked.</summary>
/// <param name="aboutNumber">It is the telephone number that it refuses.</param>
internal sealed class NotifyAnswerException(HttpStatusCode status, bool aboutNumber, TimeSpan? retryAfter) : Exception($"GOV.UK Notify answered {(int)status}.")
{
    public HttpStatusCode Status { get; } = status;

    public bool AboutNumber { get; } = aboutNumber;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
