package org.ardina.web.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.ardina.account.Device;
import org.ardina.web.door.ClientAddress;

/** What a request is sent with. */
@ApplicationScoped
public class RequestDevice {

    @Inject
    private ClientAddress addresses;

    public Device of(HttpServletRequest request) {
        return Device.of(request.getHeader("User-Agent"), addresses.of(request));
    }
}
