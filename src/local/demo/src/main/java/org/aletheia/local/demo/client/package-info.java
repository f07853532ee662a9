/** What any client of the API needs: a token, requests, and answers read as JSON. */
package org.aletheia.local.demo.client;
