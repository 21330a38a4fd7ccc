namespace Diversion.Domain.Services;

/// <summary>Whom a service is for, where it is not for everybody (Equality Act 2010 sch. 3 para. 26 and 27: single-sex services).</summary>
public enum ServiceSex
{
    Women,
    Men,
}
